import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mulberry_web.record.tables import make_tables

GROWING = [
    migrations.CreateModel(
        name="Checkpoint",
        fields=[
            ("size", models.BigIntegerField(primary_key=True, serialize=False)),
            ("note", models.TextField()),
        ],
    ),
    migrations.CreateModel(
        name="Event",
        fields=[
            ("index", models.BigIntegerField(primary_key=True, serialize=False)),
            (
                "stream",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="events", to="record.stream"
                ),
            ),
            ("version", models.IntegerField()),
            ("type", models.CharField(max_length=100)),
            ("at", models.CharField(max_length=19)),
            ("leaf", models.TextField()),
            ("hash", models.BinaryField()),
        ],
    ),
    migrations.CreateModel(
        name="Head",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("size", models.BigIntegerField()),
            ("peaks", models.BinaryField()),
        ],
    ),
    migrations.CreateModel(
        name="Node",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "level", "index", blank=True, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("level", models.SmallIntegerField()),
            ("index", models.BigIntegerField()),
            ("hash", models.BinaryField()),
        ],
    ),
    migrations.CreateModel(
        name="Personal",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "event_id", "place", blank=True, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "event",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="personal", to="record.event"
                ),
            ),
            ("place", models.CharField(max_length=200)),
            ("salt", models.BinaryField()),
            ("value", models.TextField()),
        ],
    ),
]


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Stream",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("instrument", models.CharField(max_length=100)),
                ("key", models.CharField(max_length=200)),
                ("version", models.IntegerField()),
                ("updated_at", models.CharField(max_length=19)),
                ("shape", models.CharField(max_length=16)),
                ("snapshot", models.TextField()),
                ("state", models.CharField(max_length=64)),
                ("due", models.DateField(null=True)),
                ("published", models.BooleanField(null=True)),
                ("ended", models.BooleanField(default=False)),
                (
                    "owner_organisation",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.organisation",
                    ),
                ),
                (
                    "owner_person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instrument", "ended", "due", "id"], name="stream_worklist"),
                    models.Index(fields=["owner_organisation", "updated_at"], name="stream_of_organisation"),
                ],
                "constraints": [models.UniqueConstraint(fields=("instrument", "key"), name="one_stream_each")],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "stream",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="record.stream",
                    ),
                ),
                ("event", models.BigIntegerField()),
                ("to", models.CharField(choices=[("owner", "Owner"), ("officers", "Officers")], max_length=10)),
                ("attempts", models.IntegerField(default=0)),
                ("done", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("done", False)), fields=["id"], name="notice_open"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Idempotency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("key", models.CharField(max_length=100)),
                ("command", models.CharField(max_length=64)),
                ("answer", models.TextField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "key"), name="one_answer_each")],
            },
        ),
        # Written by hand: the hot tables are as lean as each database allows, and their triggers lie beside them.
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(make_tables)],
            state_operations=GROWING,
        ),
    ]
