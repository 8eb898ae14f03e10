-- What expressions compute, to the same digits as kith.metadata.expression does in memory. All are total: what has no
-- result is null. Short ones are written into the statement by the planner.

-- Numbers: 20 decimals are kept, rounded half away from zero; from 10^38 on there is no result.

create function kith_kept(n numeric) returns numeric language sql immutable strict parallel safe
    return case when abs(n) < 1e38 then round(n, 20) end;

-- numeric / numeric chooses its own number of digits, and rounding its result would round twice.
create function kith_quotient(dividend numeric, divisor numeric) returns numeric language sql immutable strict parallel safe
    return case when divisor <> 0 then kith_kept(
        sign(dividend) * sign(divisor) * div(abs(dividend) * 2e20 + abs(divisor), abs(divisor) * 2) * 1e-20) end;

create function kith_remainder(dividend numeric, divisor numeric) returns numeric language sql immutable strict parallel safe
    return case when divisor <> 0 then mod(dividend, divisor) end;

create function kith_power(base numeric, exponent numeric) returns numeric language plpgsql immutable strict parallel safe as $$
declare
    result numeric := 1;
begin
    if exponent < 0 or exponent > 100 or exponent <> trunc(exponent) then
        return null;
    end if;
    for step in 1..exponent::int loop
        result := result * base;
    end loop;
    return kith_kept(result);
end $$;

create function kith_whole(n numeric) returns int language sql immutable strict parallel safe
    return least(greatest(trunc(n), -1000000000), 1000000000)::int;

create function kith_places(n numeric) returns int language sql immutable strict parallel safe
    return least(greatest(kith_whole(n), -38), 20);

create function kith_at_least(n int, low int) returns int language sql immutable strict parallel safe
    return greatest(n, low);

create function kith_rounded_up(n numeric, places int) returns numeric language sql immutable strict parallel safe
    return sign(n) * ceil(abs(n) * ('1e' || places)::numeric) * ('1e' || -places)::numeric;

create function kith_clamped(n numeric, low numeric, high numeric) returns numeric language sql immutable strict parallel safe
    return greatest(least(n, high), low);

create function kith_sum(numbers numeric[]) returns numeric language sql immutable strict parallel safe
    return (select sum(n) from unnest(numbers) n);

create function kith_average(numbers numeric[]) returns numeric language sql immutable strict parallel safe
    return (select kith_quotient(sum(n), count(n)) from unnest(numbers) n);

-- The value of a field whose numbers have so many decimals and lie below a bound.
create function kith_fitted(n numeric, decimals int, bound numeric) returns numeric language sql immutable strict parallel safe
    return case when abs(round(n, decimals)) < bound then round(n, decimals) end;

create function kith_number_of(t text) returns numeric language sql immutable strict parallel safe
    return case when t ~ '^-?[0-9]{1,38}(\.[0-9]{1,20})?$' then t::numeric end;

-- Texts: counted in characters from 1; letters change between small and capital as ICU has it.

create function kith_upper(t text) returns text language sql immutable strict parallel safe
    return upper(t collate "und-x-icu") collate "C";

create function kith_lower(t text) returns text language sql immutable strict parallel safe
    return lower(t collate "und-x-icu") collate "C";

create function kith_capitalized(t text) returns text language sql immutable strict parallel safe
    return kith_upper(left(t, 1)) || substr(t, 2);

create function kith_trimmed(t text) returns text language sql immutable strict parallel safe
    return btrim(t, E' \t\r\n');

create function kith_ends_with(t text, ending text) returns boolean language sql immutable strict parallel safe
    return right(t, length(ending)) collate "C" = ending;

create function kith_count_of(t text, part text) returns bigint language sql immutable strict parallel safe
    return case when part = '' then 0 else (length(t) - length(replace(t, part, ''))) / length(part) end;

create function kith_replaced(t text, part text, by text) returns text language sql immutable strict parallel safe
    return case
        when part = '' then t
        when length(t) + kith_count_of(t, part) * length(by) <= 1000000 then replace(t, part, by)
    end;

create function kith_before(t text, mark text) returns text language sql immutable strict parallel safe
    return case when strpos(t, mark) = 0 then t else left(t, strpos(t, mark) - 1) end;

create function kith_after(t text, mark text) returns text language sql immutable strict parallel safe
    return case when strpos(t, mark) = 0 then '' else substr(t, strpos(t, mark) + length(mark)) end;

create function kith_repeated(t text, times int) returns text language sql immutable strict parallel safe
    return case
        when t = '' then ''
        when length(t)::bigint * greatest(times, 0) <= 1000000 then repeat(t, greatest(times, 0))
    end;

-- What a text lacks to be so long.
create function kith_fill(t text, wanted int, fill text) returns text language sql immutable strict parallel safe
    return case
        when wanted > 100000 then null
        when wanted <= length(t) or fill = '' then ''
        else left(repeat(fill, (wanted - length(t)) / length(fill) + 1), wanted - length(t))
    end;

create function kith_padded_left(t text, wanted int, fill text) returns text language sql immutable strict parallel safe
    return kith_fill(t, wanted, fill) || t;

create function kith_padded_right(t text, wanted int, fill text) returns text language sql immutable strict parallel safe
    return t || kith_fill(t, wanted, fill);

create function kith_joined(separator text, texts text[]) returns text language sql immutable parallel safe
    return (select coalesce(string_agg(one, coalesce(separator, '') order by place), '')
            from unnest(texts) with ordinality as given (one, place) where one <> '');

-- Days of the years 1 to 9999.

create function kith_is_leap(year int) returns boolean language sql immutable strict parallel safe
    return (year % 4 = 0 and year % 100 <> 0) or year % 400 = 0;

create function kith_date(year int, month int, day int) returns date language sql immutable strict parallel safe
    return case
        when year between 1 and 9999 and month between 1 and 12 and day between 1 and
            case when month in (4, 6, 9, 11) then 30 when month <> 2 then 31 when kith_is_leap(year) then 29 else 28 end
        then make_date(year, month, day)
    end;

create function kith_date_of(t text) returns date language sql immutable strict parallel safe
    return case when t ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
        then kith_date(substr(t, 1, 4)::int, substr(t, 6, 2)::int, substr(t, 9, 2)::int) end;

create function kith_day(moment timestamptz, zone text) returns date language sql immutable strict parallel safe
    return case when (moment at time zone zone)::date between '0001-01-01'::date and '9999-12-31'::date
        then (moment at time zone zone)::date end;

create function kith_plus_days(day date, days bigint) returns date language sql immutable strict parallel safe
    return case when (day - '0001-01-01'::date) + days between 0 and 3652058 then day + days::int end;

create function kith_plus_months(day date, months bigint) returns date language sql immutable strict parallel safe
    return case
        when extract(year from day)::int * 12 + extract(month from day)::int - 1 + months between 12 and 119999
        then (day + make_interval(months => months::int))::date
    end;

create function kith_plus_workdays(day date, days int) returns date language plpgsql immutable strict parallel safe as $$
declare
    weekday int := extract(isodow from day);
    begun int;
begin
    if abs(days) > 2000000 then
        return null;
    elsif days > 0 then
        begun := least(weekday, 5);
        return kith_plus_days(day,
            7 * (days / 5) + days % 5 + case when begun + days % 5 > 5 then 2 else 0 end - (weekday - begun));
    elsif days < 0 then
        begun := case when weekday > 5 then 1 else weekday end;
        return kith_plus_days(day,
            case when weekday > 5 then 8 - weekday else 0 end
                - (7 * (-days / 5) + -days % 5 + case when begun - (-days % 5) < 1 then 2 else 0 end));
    end if;
    return day;
end $$;

-- Since the first day of the year 1, which was a Monday.
create function kith_workdays(day date) returns int language sql immutable strict parallel safe
    return (day - '0001-01-01'::date) / 7 * 5 + least((day - '0001-01-01'::date) % 7, 5);

create function kith_end_of_month(day date) returns date language sql immutable strict parallel safe
    return (date_trunc('month', day::timestamp) + interval '1 month -1 day')::date;

create function kith_months_between(first date, last date) returns int language sql immutable strict parallel safe
    return ((extract(year from last)::int * 12 + extract(month from last)::int) * 32 + extract(day from last)::int
        - (extract(year from first)::int * 12 + extract(month from first)::int) * 32 - extract(day from first)::int) / 32;

-- Moments of the years 1 to 9999 in UTC, to the millisecond.

create function kith_moment_of(t text) returns timestamptz language sql immutable strict parallel safe
    return case
        when t ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{3})?)?Z$'
        then (kith_date_of(left(t, 10)) + make_time(
            substr(t, 12, 2)::int,
            substr(t, 15, 2)::int,
            case length(t) when 17 then 0 when 20 then substr(t, 18, 2)::float8 else substr(t, 18, 6)::float8 end))
            at time zone 'UTC'
    end;

create function kith_plus_seconds(moment timestamptz, seconds bigint) returns timestamptz
    language sql immutable strict parallel safe
    return case
        when extract(epoch from moment) + seconds >= -62135596800 and extract(epoch from moment) + seconds < 253402300800
        then moment + make_interval(hours => (seconds / 3600)::int, secs => (seconds % 3600)::float8)
    end;

create function kith_seconds_between(first timestamptz, last timestamptz) returns numeric
    language sql immutable strict parallel safe
    return trunc(extract(epoch from last) - extract(epoch from first));
