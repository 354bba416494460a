-- The words of names and titles, kept by the rows themselves. A look before instead of a unique index: writers never wait for each other.
CREATE FUNCTION words_of(short text) RETURNS SETOF text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT w FROM unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', short))) AS w WHERE length(w) BETWEEN 2 AND 40 $$;
--> statement-breakpoint
CREATE FUNCTION note_added_words() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  BEGIN
    IF TG_TABLE_NAME = 'members' THEN
      INSERT INTO search_words (community_id, noun, word)
        SELECT DISTINCT a.community_id, TG_TABLE_NAME, w FROM added a, words_of(a.sort_name) AS w
        WHERE NOT EXISTS (SELECT FROM search_words s WHERE s.community_id = a.community_id AND s.noun = TG_TABLE_NAME AND s.word = w);
    ELSE
      INSERT INTO search_words (community_id, noun, word)
        SELECT DISTINCT a.community_id, TG_TABLE_NAME, w FROM added a, words_of(a.sort_title) AS w
        WHERE NOT EXISTS (SELECT FROM search_words s WHERE s.community_id = a.community_id AND s.noun = TG_TABLE_NAME AND s.word = w);
    END IF;
    RETURN NULL;
  END $$;
--> statement-breakpoint
CREATE FUNCTION note_changed_words() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  DECLARE short text;
  BEGIN
    IF TG_TABLE_NAME = 'members' THEN short := NEW.sort_name; ELSE short := NEW.sort_title; END IF;
    INSERT INTO search_words (community_id, noun, word)
      SELECT NEW.community_id, TG_TABLE_NAME, w FROM words_of(short) AS w
      WHERE NOT EXISTS (SELECT FROM search_words s WHERE s.community_id = NEW.community_id AND s.noun = TG_TABLE_NAME AND s.word = w);
    RETURN NULL;
  END $$;
--> statement-breakpoint
-- A name that is gone leaves no word behind that no other name has.
CREATE FUNCTION forget_words() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
  BEGIN
    DELETE FROM search_words s USING words_of(OLD.sort_name) AS w
      WHERE s.community_id = OLD.community_id AND s.noun = 'members' AND s.word = w
        AND NOT EXISTS (SELECT FROM members m WHERE m.community_id = OLD.community_id
          AND to_tsvector('pg_catalog.simple', m.sort_name) @@ to_tsquery('pg_catalog.simple', quote_literal(w)));
    RETURN NULL;
  END $$;
--> statement-breakpoint
CREATE TRIGGER members_words_added AFTER INSERT ON members REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_added_words();
--> statement-breakpoint
CREATE TRIGGER members_words_changed AFTER UPDATE OF name ON members FOR EACH ROW
  WHEN (OLD.sort_name IS DISTINCT FROM NEW.sort_name) EXECUTE FUNCTION note_changed_words();
--> statement-breakpoint
CREATE TRIGGER members_words_left AFTER UPDATE OF name ON members FOR EACH ROW
  WHEN (OLD.sort_name IS DISTINCT FROM NEW.sort_name) EXECUTE FUNCTION forget_words();
--> statement-breakpoint
-- Not for each member of a community that goes as a whole: its words go with it.
CREATE TRIGGER members_words_gone AFTER DELETE ON members FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION forget_words();
--> statement-breakpoint
CREATE TRIGGER questions_words_added AFTER INSERT ON questions REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_added_words();
--> statement-breakpoint
CREATE TRIGGER questions_words_changed AFTER UPDATE OF title ON questions FOR EACH ROW
  WHEN (OLD.sort_title IS DISTINCT FROM NEW.sort_title) EXECUTE FUNCTION note_changed_words();
--> statement-breakpoint
CREATE TRIGGER resources_words_added AFTER INSERT ON resources REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_added_words();
--> statement-breakpoint
CREATE TRIGGER resources_words_changed AFTER UPDATE OF title ON resources FOR EACH ROW
  WHEN (OLD.sort_title IS DISTINCT FROM NEW.sort_title) EXECUTE FUNCTION note_changed_words();
--> statement-breakpoint
INSERT INTO search_words (community_id, noun, word)
  SELECT DISTINCT community_id, 'members', w FROM members, words_of(sort_name) AS w
  UNION ALL SELECT DISTINCT community_id, 'questions', w FROM questions, words_of(sort_title) AS w
  UNION ALL SELECT DISTINCT community_id, 'resources', w FROM resources, words_of(sort_title) AS w;
--> statement-breakpoint
-- Texts and their words lie beside the rows, so that lists and counts read few pages.
ALTER TABLE members SET (toast_tuple_target = 256);
--> statement-breakpoint
ALTER TABLE questions SET (toast_tuple_target = 256);
--> statement-breakpoint
ALTER TABLE resources SET (toast_tuple_target = 256);
--> statement-breakpoint
-- What was written last waits in a list that every search reads through: a short one, in kilobytes (section 70.5.1 of PostgreSQL's manual).
ALTER INDEX members_search SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX members_search_members SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX members_search_stewards SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX members_topics SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX members_offers SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX members_needs SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX members_groups SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX members_name_words SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX questions_search SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX questions_topics SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX questions_title_words SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX questions_title_typos SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX resources_search SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX resources_topics SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX resources_title_words SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX resources_title_typos SET (gin_pending_list_limit = 64);
--> statement-breakpoint
ALTER INDEX search_words_typos SET (gin_pending_list_limit = 64);
--> statement-breakpoint
-- How many keep a field from whom: or the planner takes each such condition for a rare one.
CREATE STATISTICS members_offers_seen ON (coalesce(visibility ->> 'offers', 'everyone')) FROM members;
--> statement-breakpoint
CREATE STATISTICS members_needs_seen ON (coalesce(visibility ->> 'needs', 'everyone')) FROM members;
--> statement-breakpoint
CREATE STATISTICS members_place_seen ON (coalesce(visibility ->> 'place', 'everyone')) FROM members;
--> statement-breakpoint
CREATE STATISTICS members_languages_seen ON (coalesce(visibility ->> 'languages', 'everyone')) FROM members;
