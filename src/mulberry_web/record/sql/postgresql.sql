-- The tables of the record that only ever grow.
CREATE TABLE record_event (
    "index" bigint PRIMARY KEY,
    stream_id bigint NOT NULL REFERENCES record_stream (id) DEFERRABLE INITIALLY DEFERRED,
    version integer NOT NULL,
    type varchar(100) NOT NULL,
    at varchar(19) NOT NULL,
    leaf text NOT NULL,
    hash bytea NOT NULL,
    UNIQUE (stream_id, version)
);
CREATE TABLE record_personal (
    event_id bigint NOT NULL REFERENCES record_event ("index") DEFERRABLE INITIALLY DEFERRED,
    place varchar(200) NOT NULL,
    salt bytea NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (event_id, place)
);
CREATE TABLE record_node (
    level smallint NOT NULL,
    "index" bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (level, "index")
);
CREATE TABLE record_head (
    id smallint PRIMARY KEY CHECK (id = 1),
    size bigint NOT NULL,
    peaks bytea NOT NULL
) WITH (fillfactor = 10);
CREATE TABLE record_checkpoint (
    size bigint PRIMARY KEY,
    note text NOT NULL
);
INSERT INTO record_head (id, size, peaks) VALUES (1, 0, ''::bytea);

-- Append-only: refused here as well, so that not even a mistake in a shell can change what was sealed.
CREATE FUNCTION record_kept() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION 'the record is append-only'; END$$;
CREATE FUNCTION record_personal_kept() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION 'personal values are erased, never altered'; END$$;
CREATE TRIGGER record_event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON record_event
    FOR EACH STATEMENT EXECUTE FUNCTION record_kept();
CREATE TRIGGER record_node_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON record_node
    FOR EACH STATEMENT EXECUTE FUNCTION record_kept();
CREATE TRIGGER record_checkpoint_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON record_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION record_kept();
CREATE TRIGGER record_head_kept BEFORE DELETE OR TRUNCATE ON record_head
    FOR EACH STATEMENT EXECUTE FUNCTION record_kept();
CREATE TRIGGER record_personal_kept BEFORE UPDATE OR TRUNCATE ON record_personal
    FOR EACH STATEMENT EXECUTE FUNCTION record_personal_kept();
