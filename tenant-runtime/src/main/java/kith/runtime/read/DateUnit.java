package kith.runtime.read;

/** By what dates and moments are put into groups. */
public enum DateUnit {
    /** The first day of the year. */
    YEAR,
    /** The first day of the quarter. */
    QUARTER,
    /** The first day of the month. */
    MONTH,
    /** The first day of the week. */
    WEEK,
    /** The day. */
    DAY,
    /** The moment at which the hour began; of moments only. */
    HOUR,
    /** 1 to 4. */
    QUARTER_OF_YEAR,
    /** 1 to 12. */
    MONTH_OF_YEAR,
    /** 1 to 31. */
    DAY_OF_MONTH,
    /** 1 (Monday) to 7 (Sunday). */
    DAY_OF_WEEK,
    /** 0 to 23; of moments only. */
    HOUR_OF_DAY;

    /** Whether days have it: they have no hours. */
    public boolean isOfDays() {
        return switch (this) {
            case YEAR,
                    QUARTER,
                    MONTH,
                    WEEK,
                    DAY,
                    QUARTER_OF_YEAR,
                    MONTH_OF_YEAR,
                    DAY_OF_MONTH,
                    DAY_OF_WEEK ->
                    true;
            case HOUR, HOUR_OF_DAY -> false;
        };
    }
}
