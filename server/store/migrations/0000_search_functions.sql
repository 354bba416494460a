-- Typing errors are forgiven by trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- A list of topic ids as words. array_to_string is only STABLE (it serves any element type); of text it is immutable.
CREATE FUNCTION search_words(topics text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT replace(coalesce(array_to_string(topics, ' '), ''), '-', ' ') $$;
--> statement-breakpoint
-- What is searched, weighed A to D. Stemmed as English; words of other languages are found as they are written.
CREATE FUNCTION search_document(a text, b text, c text, d text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT setweight(to_tsvector('pg_catalog.english', a), 'A') || setweight(to_tsvector('pg_catalog.english', b), 'B')
        || setweight(to_tsvector('pg_catalog.english', c), 'C') || setweight(to_tsvector('pg_catalog.english', d), 'D')
  $$;
--> statement-breakpoint
-- A profile field for a reader (0 everyone, 1 members, 2 stewards): its value, or nothing where the member keeps it from them.
CREATE FUNCTION readable_by(visibility jsonb, field text, reader integer, value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT CASE
      WHEN reader >= CASE coalesce(visibility ->> field, 'everyone')
        WHEN 'everyone' THEN 0 WHEN 'members' THEN 1 WHEN 'stewards' THEN 2 ELSE 3 END
      THEN value ELSE '' END
  $$;
