-- The tables of the record that only ever grow. WITHOUT ROWID and INTEGER PRIMARY KEY spare a second index each.
CREATE TABLE record_event (
    "index" INTEGER PRIMARY KEY,
    stream_id bigint NOT NULL REFERENCES record_stream (id) DEFERRABLE INITIALLY DEFERRED,
    version integer NOT NULL,
    type varchar(100) NOT NULL,
    at varchar(19) NOT NULL,
    leaf text NOT NULL,
    hash blob NOT NULL,
    UNIQUE (stream_id, version)
);
CREATE TABLE record_personal (
    event_id bigint NOT NULL REFERENCES record_event ("index") DEFERRABLE INITIALLY DEFERRED,
    place varchar(200) NOT NULL,
    salt blob NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (event_id, place)
) WITHOUT ROWID;
CREATE TABLE record_node (
    level smallint NOT NULL,
    "index" bigint NOT NULL,
    hash blob NOT NULL,
    PRIMARY KEY (level, "index")
) WITHOUT ROWID;
CREATE TABLE record_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    size bigint NOT NULL,
    peaks blob NOT NULL
);
CREATE TABLE record_checkpoint (
    size INTEGER PRIMARY KEY,
    note text NOT NULL
);
INSERT INTO record_head (id, size, peaks) VALUES (1, 0, x'');

-- Append-only: refused here as well, so that not even a mistake in a shell can change what was sealed.
CREATE TRIGGER record_event_kept_update BEFORE UPDATE ON record_event
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER record_event_kept_delete BEFORE DELETE ON record_event
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER record_node_kept_update BEFORE UPDATE ON record_node
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER record_node_kept_delete BEFORE DELETE ON record_node
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER record_checkpoint_kept_update BEFORE UPDATE ON record_checkpoint
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER record_checkpoint_kept_delete BEFORE DELETE ON record_checkpoint
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER record_head_kept_delete BEFORE DELETE ON record_head
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
-- Personal values may be erased, as the law demands, but never altered.
CREATE TRIGGER record_personal_kept_update BEFORE UPDATE ON record_personal
    BEGIN SELECT RAISE(ABORT, 'personal values are erased, never altered'); END;
