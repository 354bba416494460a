CREATE TABLE "activities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"type" text NOT NULL,
	"published" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"target_type" text,
	"target_id" uuid,
	"summary" text,
	"source" jsonb,
	"source_key" text
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"question_id" uuid NOT NULL,
	"body" text NOT NULL,
	"excerpt" text NOT NULL,
	"author_id" uuid,
	"score" integer DEFAULT 0 NOT NULL,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"uses_worked" integer DEFAULT 0 NOT NULL,
	"uses_adapted" integer DEFAULT 0 NOT NULL,
	"uses_failed" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"source" jsonb,
	"source_key" text
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"activity_id" uuid,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid,
	"score" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"source" jsonb,
	"source_key" text
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file_bytes" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"member_id" uuid,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"community_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request" text NOT NULL,
	"status" integer,
	"body" text,
	"etag" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_community_id_member_id_key_pk" PRIMARY KEY("community_id","member_id","key")
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"community_id" text NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "identities_community_id_issuer_subject_pk" PRIMARY KEY("community_id","issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"name" text NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"avatar_url" text,
	"url" text,
	"pronouns" text,
	"place" text,
	"country" text,
	"languages" text[] DEFAULT '{}'::text[] NOT NULL,
	"time_zone" text,
	"topics" text[] DEFAULT '{}'::text[] NOT NULL,
	"offers" text[] DEFAULT '{}'::text[] NOT NULL,
	"needs" text[] DEFAULT '{}'::text[] NOT NULL,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"groups" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"participation" text,
	"role" text DEFAULT 'member' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"listed" boolean DEFAULT true NOT NULL,
	"visibility" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"joined_at" timestamp (3) with time zone,
	"last_visit_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"sort_name" text GENERATED ALWAYS AS (lower(translate(name, 'ÀÁÂÃÄÅàáâãäåÈÉÊËèéêëÌÍÎÏìíîïÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÇçÑñŠšŽžÝýÿĆćČčŁłĞğİışŞ', 'AAAAAAaaaaaaEEEEeeeeIIIIiiiiOOOOOOooooooUUUUuuuuCcNnSsZzYyyCcCcLlGgIisS'))) STORED,
	"search" "tsvector" GENERATED ALWAYS AS (search_document(name || ' ' || readable_by(visibility, 'offers', 0, search_words(offers)), headline || ' ' || search_words(topics), readable_by(visibility, 'place', 0, coalesce(place, '')), readable_by(visibility, 'bio', 0, bio))) STORED,
	"search_members" "tsvector" GENERATED ALWAYS AS (search_document(name || ' ' || readable_by(visibility, 'offers', 1, search_words(offers)), headline || ' ' || search_words(topics), readable_by(visibility, 'place', 1, coalesce(place, '')), readable_by(visibility, 'bio', 1, bio))) STORED,
	"search_stewards" "tsvector" GENERATED ALWAYS AS (search_document(name || ' ' || readable_by(visibility, 'offers', 2, search_words(offers)), headline || ' ' || search_words(topics), readable_by(visibility, 'place', 2, coalesce(place, '')), readable_by(visibility, 'bio', 2, bio))) STORED,
	"source" jsonb,
	"source_key" text
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"title" text,
	"body" text NOT NULL,
	"url" text,
	"topics" text[] DEFAULT '{}'::text[] NOT NULL,
	"author_id" uuid,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"source" jsonb,
	"source_key" text
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"kind" text,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"excerpt" text NOT NULL,
	"topics" text[] DEFAULT '{}'::text[] NOT NULL,
	"author_id" uuid,
	"score" integer DEFAULT 0 NOT NULL,
	"answer_count" integer DEFAULT 0 NOT NULL,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"accepted_answer_id" uuid,
	"closed_at" timestamp (3) with time zone,
	"uses_worked" integer DEFAULT 0 NOT NULL,
	"uses_adapted" integer DEFAULT 0 NOT NULL,
	"uses_failed" integer DEFAULT 0 NOT NULL,
	"sort_title" text GENERATED ALWAYS AS (lower(translate(title, 'ÀÁÂÃÄÅàáâãäåÈÉÊËèéêëÌÍÎÏìíîïÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÇçÑñŠšŽžÝýÿĆćČčŁłĞğİışŞ', 'AAAAAAaaaaaaEEEEeeeeIIIIiiiiOOOOOOooooooUUUUuuuuCcNnSsZzYyyCcCcLlGgIisS'))) STORED,
	"search" "tsvector" GENERATED ALWAYS AS (search_document(title, search_words(topics), '', body)) STORED,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"source" jsonb,
	"source_key" text
);
--> statement-breakpoint
CREATE TABLE "reactions" (
	"activity_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "reactions_activity_id_member_id_kind_pk" PRIMARY KEY("activity_id","member_id","kind")
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"url" text,
	"file_id" uuid,
	"creator" text,
	"published_on" text,
	"language" text,
	"licence" text,
	"topics" text[] DEFAULT '{}'::text[] NOT NULL,
	"author_id" uuid,
	"comment_count" integer DEFAULT 0 NOT NULL,
	"uses_worked" integer DEFAULT 0 NOT NULL,
	"uses_adapted" integer DEFAULT 0 NOT NULL,
	"uses_failed" integer DEFAULT 0 NOT NULL,
	"sort_title" text GENERATED ALWAYS AS (lower(translate(title, 'ÀÁÂÃÄÅàáâãäåÈÉÊËèéêëÌÍÎÏìíîïÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÇçÑñŠšŽžÝýÿĆćČčŁłĞğİışŞ', 'AAAAAAaaaaaaEEEEeeeeIIIIiiiiOOOOOOooooooUUUUuuuuCcNnSsZzYyyCcCcLlGgIisS'))) STORED,
	"search" "tsvector" GENERATED ALWAYS AS (search_document(title, search_words(topics), coalesce(creator, ''), description)) STORED,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"source" jsonb,
	"source_key" text
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "topics_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "uses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"context" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"member_id" uuid,
	"value" smallint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"source_key" text,
	CONSTRAINT "votes_value" CHECK ("votes"."value" in (-1, 1))
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_actor_id_members_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_bytes" ADD CONSTRAINT "file_bytes_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency" ADD CONSTRAINT "idempotency_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reactions" ADD CONSTRAINT "reactions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uses" ADD CONSTRAINT "uses_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uses" ADD CONSTRAINT "uses_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activities_source" ON "activities" USING btree ("community_id","source_key");--> statement-breakpoint
CREATE INDEX "activities_newest" ON "activities" USING btree ("community_id","published","id");--> statement-breakpoint
CREATE INDEX "activities_actor" ON "activities" USING btree ("actor_id","published");--> statement-breakpoint
CREATE INDEX "activities_object" ON "activities" USING btree ("object_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answers_source" ON "answers" USING btree ("community_id","source_key");--> statement-breakpoint
CREATE INDEX "answers_question" ON "answers" USING btree ("question_id","score","id");--> statement-breakpoint
CREATE INDEX "answers_author" ON "answers" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "changes_community" ON "changes" USING btree ("community_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_source" ON "comments" USING btree ("community_id","source_key");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("thread_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_source" ON "members" USING btree ("community_id","source_key");--> statement-breakpoint
CREATE INDEX "members_by_name" ON "members" USING btree ("community_id","sort_name","id") WHERE listed and joined_at is not null;--> statement-breakpoint
CREATE INDEX "members_by_joined" ON "members" USING btree ("community_id","joined_at","id") WHERE listed and joined_at is not null;--> statement-breakpoint
CREATE INDEX "members_search" ON "members" USING gin ("search");--> statement-breakpoint
CREATE INDEX "members_search_members" ON "members" USING gin ("search_members");--> statement-breakpoint
CREATE INDEX "members_search_stewards" ON "members" USING gin ("search_stewards");--> statement-breakpoint
CREATE INDEX "members_name_typos" ON "members" USING gin ("sort_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "members_topics" ON "members" USING gin ("topics");--> statement-breakpoint
CREATE INDEX "members_offers" ON "members" USING gin ("offers");--> statement-breakpoint
CREATE INDEX "members_needs" ON "members" USING gin ("needs");--> statement-breakpoint
CREATE UNIQUE INDEX "posts_source" ON "posts" USING btree ("community_id","source_key");--> statement-breakpoint
CREATE INDEX "questions_title_typos" ON "questions" USING gin ("sort_title" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "questions_source" ON "questions" USING btree ("community_id","source_key");--> statement-breakpoint
CREATE INDEX "questions_newest" ON "questions" USING btree ("community_id","created_at","id");--> statement-breakpoint
CREATE INDEX "questions_active" ON "questions" USING btree ("community_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "questions_votes" ON "questions" USING btree ("community_id","score","id");--> statement-breakpoint
CREATE INDEX "questions_author" ON "questions" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "questions_topics" ON "questions" USING gin ("topics");--> statement-breakpoint
CREATE INDEX "questions_search" ON "questions" USING gin ("search");--> statement-breakpoint
CREATE UNIQUE INDEX "resources_source" ON "resources" USING btree ("community_id","source_key");--> statement-breakpoint
CREATE UNIQUE INDEX "resources_file" ON "resources" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "resources_newest" ON "resources" USING btree ("community_id","created_at","id");--> statement-breakpoint
CREATE INDEX "resources_title" ON "resources" USING btree ("community_id","sort_title","id");--> statement-breakpoint
CREATE INDEX "resources_used" ON "resources" USING btree ("community_id",(uses_worked + uses_adapted + uses_failed),"id");--> statement-breakpoint
CREATE INDEX "resources_title_typos" ON "resources" USING gin ("sort_title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "resources_topics" ON "resources" USING gin ("topics");--> statement-breakpoint
CREATE INDEX "resources_search" ON "resources" USING gin ("search");--> statement-breakpoint
CREATE UNIQUE INDEX "uses_once" ON "uses" USING btree ("object_id","member_id");--> statement-breakpoint
CREATE INDEX "uses_object" ON "uses" USING btree ("object_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "votes_once" ON "votes" USING btree ("object_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "votes_source" ON "votes" USING btree ("community_id","source_key");