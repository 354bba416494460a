CREATE TABLE "attachments" (
	"community_id" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "attachments_object_id_file_id_pk" PRIMARY KEY("object_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "collection_items" (
	"collection_id" uuid NOT NULL,
	"resource_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collection_items_collection_id_resource_id_pk" PRIMARY KEY("collection_id","resource_id")
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"author_id" uuid,
	"filter" jsonb,
	"featured" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"source" jsonb,
	"source_key" text
);
--> statement-breakpoint
CREATE TABLE "endorsements" (
	"resource_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "endorsements_resource_id_member_id_pk" PRIMARY KEY("resource_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"community_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"object_type" text NOT NULL,
	"object_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follows_community_id_member_id_object_type_object_id_pk" PRIMARY KEY("community_id","member_id","object_type","object_id")
);
--> statement-breakpoint
CREATE TABLE "help_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"question_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"ring" smallint NOT NULL,
	"reason" jsonb NOT NULL,
	"invited_by_id" uuid,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	"outcome_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"community_id" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mentions_object_id_member_id_pk" PRIMARY KEY("object_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"member_id" uuid,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by_id" uuid
);
--> statement-breakpoint
CREATE TABLE "resource_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"title" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"author_id" uuid,
	"resource_id" uuid,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"source" jsonb,
	"source_key" text
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"editor_id" uuid,
	"content" jsonb NOT NULL,
	"act" text,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "same_questions" (
	"question_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "same_questions_question_id_member_id_pk" PRIMARY KEY("question_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "saves" (
	"community_id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"object_type" text NOT NULL,
	"object_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saves_member_id_object_id_pk" PRIMARY KEY("member_id","object_id")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"community_id" text NOT NULL,
	"noun" text NOT NULL,
	"word" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_aliases" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"topic_id" text NOT NULL,
	"merged" jsonb,
	CONSTRAINT "topic_aliases_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "uses" DROP CONSTRAINT "uses_member_id_members_id_fk";
--> statement-breakpoint
ALTER TABLE "votes" DROP CONSTRAINT "votes_member_id_members_id_fk";
--> statement-breakpoint
DROP INDEX "members_name_typos";--> statement-breakpoint
ALTER TABLE "uses" ALTER COLUMN "member_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "communities" ADD COLUMN "rules" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "communities" ADD COLUMN "profile_fields" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "working_hours" jsonb;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "quiet_hours" jsonb;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "asks_per_week" smallint;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "reminders" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "deletion_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "caught_up_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "catch_up" jsonb;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "link" jsonb;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "link_preview" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "accepted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "reminded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "unreminded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "closed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "closed_reason" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "closed_note" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "anonymous" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "about_url" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "about_title" text;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "details" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "same_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "ladder_step" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "ladder_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "ladder_started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "score" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "status" text DEFAULT 'published' NOT NULL;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "status_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "url_key" text;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "link" jsonb;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "question_id" uuid;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "steward_id" uuid;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "review_on" date;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "reviewed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "reviewed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "pending" jsonb;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "pending_by_id" uuid;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "pending_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "pending_note" text;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "endorsement_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "resources" ADD COLUMN "evidence" integer GENERATED ALWAYS AS (case when uses_worked + uses_adapted + uses_failed + endorsement_count = 0 then 0 else round(1000000 * (((uses_worked + uses_adapted + endorsement_count) / (uses_worked + uses_adapted + uses_failed + endorsement_count)::float8) + 3.8415999999999997 / (2 * (uses_worked + uses_adapted + uses_failed + endorsement_count)::float8) - 1.96 * sqrt((((uses_worked + uses_adapted + endorsement_count) / (uses_worked + uses_adapted + uses_failed + endorsement_count)::float8) * (1 - ((uses_worked + uses_adapted + endorsement_count) / (uses_worked + uses_adapted + uses_failed + endorsement_count)::float8)) + 3.8415999999999997 / (4 * (uses_worked + uses_adapted + uses_failed + endorsement_count)::float8)) / (uses_worked + uses_adapted + uses_failed + endorsement_count)::float8)) / (1 + 3.8415999999999997 / (uses_worked + uses_adapted + uses_failed + endorsement_count)::float8))::integer end) STORED;--> statement-breakpoint
ALTER TABLE "uses" ADD COLUMN "attended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "uses" ADD COLUMN "source_key" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_items" ADD CONSTRAINT "collection_items_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_items" ADD CONSTRAINT "collection_items_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsements" ADD CONSTRAINT "endorsements_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_requests" ADD CONSTRAINT "help_requests_invited_by_id_members_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_closed_by_id_members_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_requests" ADD CONSTRAINT "resource_requests_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_requests" ADD CONSTRAINT "resource_requests_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_requests" ADD CONSTRAINT "resource_requests_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_editor_id_members_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_questions" ADD CONSTRAINT "same_questions_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_questions" ADD CONSTRAINT "same_questions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saves" ADD CONSTRAINT "saves_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saves" ADD CONSTRAINT "saves_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_aliases" ADD CONSTRAINT "topic_aliases_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_file" ON "attachments" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "collection_items_resource" ON "collection_items" USING btree ("resource_id");--> statement-breakpoint
CREATE UNIQUE INDEX "collections_source" ON "collections" USING btree ("community_id","source_key");--> statement-breakpoint
CREATE INDEX "collections_community" ON "collections" USING btree ("community_id","created_at","id");--> statement-breakpoint
CREATE INDEX "follows_object" ON "follows" USING btree ("community_id","object_type","object_id");--> statement-breakpoint
CREATE UNIQUE INDEX "help_requests_once" ON "help_requests" USING btree ("question_id","member_id");--> statement-breakpoint
CREATE INDEX "help_requests_member" ON "help_requests" USING btree ("member_id","asked_at");--> statement-breakpoint
CREATE INDEX "help_requests_community" ON "help_requests" USING btree ("community_id","asked_at");--> statement-breakpoint
CREATE INDEX "mentions_member" ON "mentions" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "reports" USING btree ("object_id","member_id");--> statement-breakpoint
CREATE INDEX "reports_thread" ON "reports" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("community_id","created_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "resource_requests_source" ON "resource_requests" USING btree ("community_id","source_key");--> statement-breakpoint
CREATE INDEX "resource_requests_open" ON "resource_requests" USING btree ("community_id","closed_at","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_object" ON "revisions" USING btree ("object_id","version");--> statement-breakpoint
CREATE INDEX "same_questions_member" ON "same_questions" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "saves_object" ON "saves" USING btree ("object_id");--> statement-breakpoint
CREATE INDEX "search_words_known" ON "search_words" USING btree ("community_id","noun","word");--> statement-breakpoint
CREATE INDEX "search_words_typos" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "topic_aliases_topic" ON "topic_aliases" USING btree ("community_id","topic_id");--> statement-breakpoint
CREATE INDEX "topic_aliases_words" ON "topic_aliases" USING gin (to_tsvector('pg_catalog.english', label));--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_closed_by_id_members_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_steward_id_members_id_fk" FOREIGN KEY ("steward_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_reviewed_by_id_members_id_fk" FOREIGN KEY ("reviewed_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_pending_by_id_members_id_fk" FOREIGN KEY ("pending_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uses" ADD CONSTRAINT "uses_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "members_name_words" ON "members" USING gin (to_tsvector('pg_catalog.simple', "sort_name"));--> statement-breakpoint
CREATE INDEX "members_grouped" ON "members" USING btree ("community_id") WHERE listed and joined_at is not null and groups <> '[]'::jsonb;--> statement-breakpoint
CREATE INDEX "members_groups" ON "members" USING gin ("groups" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "members_fields" ON "members" USING gin ("fields" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "members_deletion" ON "members" USING btree ("deletion_due_at") WHERE deletion_due_at is not null;--> statement-breakpoint
CREATE INDEX "posts_unread_links" ON "posts" USING btree ("updated_at") WHERE link is not null and not link ? 'readAt';--> statement-breakpoint
CREATE INDEX "questions_title_words" ON "questions" USING gin (to_tsvector('pg_catalog.simple', "sort_title"));--> statement-breakpoint
CREATE INDEX "questions_about" ON "questions" USING btree ("community_id","about_url") WHERE about_url is not null;--> statement-breakpoint
CREATE INDEX "questions_ladder" ON "questions" USING btree ("ladder_due_at") WHERE ladder_due_at is not null;--> statement-breakpoint
CREATE INDEX "questions_reminder" ON "questions" USING btree ("accepted_at") WHERE accepted_at is not null and reminded_at is null;--> statement-breakpoint
CREATE INDEX "questions_merged" ON "questions" USING btree ("merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX "questions_to_close" ON "questions" USING btree ("community_id","updated_at") WHERE closed_at is null and deleted_at is null and answer_count > 0;--> statement-breakpoint
CREATE INDEX "questions_untouched" ON "questions" USING btree ("community_id","updated_at") WHERE closed_at is null and deleted_at is null and accepted_answer_id is null;--> statement-breakpoint
CREATE INDEX "resources_title_words" ON "resources" USING gin (to_tsvector('pg_catalog.simple', "sort_title"));--> statement-breakpoint
CREATE INDEX "resources_url" ON "resources" USING btree ("community_id","url_key");--> statement-breakpoint
CREATE INDEX "resources_votes" ON "resources" USING btree ("community_id","score","id");--> statement-breakpoint
CREATE INDEX "resources_evidence" ON "resources" USING btree ("community_id","evidence","id");--> statement-breakpoint
CREATE INDEX "resources_waiting" ON "resources" USING btree ("community_id","created_at","id") WHERE (status = 'proposed' or (pending is not null and pending_note is null)) and deleted_at is null;--> statement-breakpoint
CREATE INDEX "resources_review" ON "resources" USING btree ("community_id","review_on") WHERE review_on is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "topics_words" ON "topics" USING gin (to_tsvector('pg_catalog.english', label));--> statement-breakpoint
CREATE UNIQUE INDEX "uses_source" ON "uses" USING btree ("community_id","source_key");--> statement-breakpoint
CREATE INDEX "uses_member" ON "uses" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "uses_failed" ON "uses" USING btree ("community_id","created_at") WHERE outcome = 'failed' and attended_at is null;