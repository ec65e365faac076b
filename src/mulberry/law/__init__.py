"""The law under everything: texts, bases, dated parameters, the working-day calendar, periods, units and money."""
