"""Django's SQLite backend with one fair queue of writers in front of it."""
