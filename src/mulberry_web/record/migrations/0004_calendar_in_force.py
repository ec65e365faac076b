from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0003_leaner_rows")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE record_head ADD COLUMN calendar varchar(64) NOT NULL DEFAULT ''",
            "ALTER TABLE record_head DROP COLUMN calendar",
            state_operations=[migrations.AddField("head", "calendar", models.CharField(max_length=64, default=""))],
        ),
    ]
