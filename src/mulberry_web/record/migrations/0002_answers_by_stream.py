import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Made",
            fields=[
                ("name", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("value", models.CharField(max_length=64)),
            ],
        ),
        # Kept answers only serve a repeat within minutes: those of before are not worth finding the streams of.
        migrations.RunSQL("DELETE FROM record_idempotency", migrations.RunSQL.noop),
        migrations.AddField(
            model_name="idempotency",
            name="stream",
            field=models.ForeignKey(
                default=0, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="record.stream"
            ),
            preserve_default=False,
        ),
    ]
