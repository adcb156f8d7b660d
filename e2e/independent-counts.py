#!/usr/bin/env python3
"""Counts what an import of public files must come to, from docs/IMPORTS.md alone.

Written apart from the importer, with Python's standard library only, so that the two can disagree. For each file it tells how many
rows there are, how many are imported into an empty data folder, and which lines are skipped and why.

    python3 e2e/independent-counts.py ../shared/data            # a table
    python3 e2e/independent-counts.py ../shared/data --json     # one line of JSON per file
"""
import csv
import datetime
import json
import re
import sys
import unicodedata
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

csv.field_size_limit(4_000_000)

# In the order of import: what a later file needs is imported before it.
FILES = [
    ("ourairports", "airports_ourairports.csv"),
    ("openflights-airlines", "airlines.dat"),
    ("openflights-routes", "routes.dat"),
    ("expedia", "flights_expedia.csv"),
    ("easemytrip", "flights_easemytrip.csv"),
    ("airbnb-listings", "airbnb_listings_singapore.csv"),
    ("airbnb-listings", "airbnb_listings_singapore_detailed.csv"),
    ("airbnb-calendar", "airbnb_calendar_singapore.csv"),
    ("hotel-demand", "hotel_bookings.csv"),
    ("cornell-cars", "cars_cornell.csv"),
]

# The made-up files of e2e/import/files, of which a few rows are wrong.
MADE_UP = [
    ("ourairports", "airports.csv"),
    ("openflights-airlines", "airlines.dat"),
    ("openflights-routes", "routes.dat"),
    ("expedia", "expedia.csv"),
    ("easemytrip", "easemytrip.csv"),
    ("airbnb-listings", "airbnb-short.csv"),
    ("airbnb-listings", "airbnb-full.csv"),
    ("airbnb-calendar", "airbnb-calendar.csv"),
    ("hotel-demand", "hotel-demand.csv"),
    ("cornell-cars", "cars.csv"),
]

# Files without a header row, and how many columns they have.
WITHOUT_HEADER = {"openflights-airlines": 8, "openflights-routes": 9}


class Skip(Exception):
    """A row that is not imported; the message is the reason."""


class World:
    """What earlier files have made known."""

    def __init__(self):
        self.airports = {}
        self.stays = set()


def rows_of(path, columns):
    """Yields (physical line on which the row starts, row, whether all its columns are there).

    `columns` is their number where the file has no header. A row is a dict, or a list where the file has no header."""
    text = path.read_bytes().decode("utf-8-sig")
    lines = text.splitlines(keepends=True) if "\r" not in text else re.findall(r"[^\n]*\n|[^\n]+", text)
    consumed = 0

    def feed():
        nonlocal consumed
        for one in lines:
            consumed += 1
            yield one

    reader = csv.reader(feed())
    header = None if columns else [name.strip() for name in next(reader)]
    start = consumed + 1
    for values in reader:
        line, start = start, consumed + 1
        if not values or values == [""]:
            continue
        values = [value.strip() for value in values]
        yield line, (dict(zip(header, values)) if header else values), len(values) == (columns or len(header))


def number(text):
    """A decimal number without currency signs and thousands separators, or None."""
    bare = "".join(sign for sign in text if unicodedata.category(sign) != "Sc")
    bare = re.sub(r"^[A-Z]{3}(?=[\s\d])|[A-Z]{3}$|[\s'’_]", "", bare)
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?", bare):
        bare = bare.replace(",", "")
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None


def whole(text):
    value = number(text)
    return int(value) if value is not None and value.is_finite() and value == int(value) else None


def date(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def plausible(text):
    """A date that can be meant: from 1990 to ten years ahead."""
    found = date(text)
    last = datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=3653)
    return found if found and datetime.date(1990, 1, 1) <= found <= last else None


def point(latitude, longitude):
    north, east = number(latitude), number(longitude)
    if north is None or east is None or abs(north) > 90 or abs(east) > 180:
        raise Skip("no valid coordinates")


def need(condition, reason):
    if not condition:
        raise Skip(reason)


def is_iata(code):
    return re.fullmatch(r"[A-Z]{3}", code) is not None


def ourairports(row, world):
    need(is_iata(row["iata_code"]), "no IATA code")
    need(row["type"] in ("large_airport", "medium_airport", "small_airport"), "no airport")
    need(re.fullmatch(r"[A-Z]{2}", row["iso_country"]), "no country code")
    point(row["latitude_deg"], row["longitude_deg"])
    need(row["name"], "no name")
    world.airports[row["iata_code"]] = row
    return row["id"]


def airlines(row, _world):
    need(re.fullmatch(r"-?\d+", row[0]), "no id")
    need(re.fullmatch(r"[A-Z0-9]{2}", row[3]) or re.fullmatch(r"[A-Z]{3}", row[4]), "no IATA or ICAO code")
    need(row[1] not in ("", "\\N"), "no name")
    need(row[7].upper() in ("Y", "N"), "active is unknown")
    return row[0]


def routes(row, world):
    need(re.fullmatch(r"[A-Z0-9]{2}|[A-Z]{3}", row[0]), "no airline code")
    need(is_iata(row[2]) and is_iata(row[4]), "no IATA airport code")
    need(row[2] != row[4], "origin is destination")
    need(row[7].isdigit(), "no number of stops")
    for code in (row[2], row[4]):
        need(code in world.airports, f"unknown airport {code}")
    return (row[0], row[2], row[4])


TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
CABINS = ("coach", "premium coach", "business", "first")


def expedia_segments(row):
    split = {name: row[name].split("||") for name in row if name.startswith("segments")}
    count = len(split["segmentsDepartureTimeRaw"])
    need(count <= 3, f"{count} segments")
    needed = ("segmentsArrivalTimeRaw", "segmentsDepartureAirportCode", "segmentsArrivalAirportCode", "segmentsAirlineCode", "segmentsAirlineName", "segmentsCabinCode")
    need(all(len(split[name]) == count for name in needed), "uneven segments")
    for at in range(count):
        departs, arrives = split["segmentsDepartureTimeRaw"][at], split["segmentsArrivalTimeRaw"][at]
        need(TIME.fullmatch(departs) and TIME.fullmatch(arrives), "no time")
        begin, end = datetime.datetime.fromisoformat(departs), datetime.datetime.fromisoformat(arrives)
        need(begin < end, "arrives before it departs")
        need(re.fullmatch(r"[A-Z0-9]{2}", split["segmentsAirlineCode"][at]), "no airline code")
        need(split["segmentsCabinCode"][at].lower() in CABINS, "no cabin")
        yield split["segmentsDepartureAirportCode"][at], split["segmentsArrivalAirportCode"][at], begin, end


def expedia(row, world):
    need(row["legId"], "no legId")
    searched, flown = plausible(row["searchDate"]), plausible(row["flightDate"])
    need(searched and flown and searched <= flown, "no valid dates")
    segments = list(expedia_segments(row))
    for (_, stop, _, landed), (start, _, leaves, _) in zip(segments, segments[1:]):
        need(stop == start, "changes airports")
        need(landed <= leaves, "misses its connection")
    need(segments[-1][3] - segments[0][2] <= datetime.timedelta(days=7), "takes more than 7 days")
    need(segments[0][2].date() == flown, "does not leave on flightDate")
    seats = whole(row["seatsRemaining"])
    need(seats is not None and 0 <= seats <= 1000, "no seats")
    base, total = number(row["baseFare"]), number(row["totalFare"])
    need(base is not None and total is not None and 0 <= base <= total and total > 0, "no fare")
    for start, stop, _, _ in segments:
        need(is_iata(start) and is_iata(stop), "no IATA airport code")
        for code in (start, stop):
            need(code in world.airports, f"unknown airport {code}")
    return (row["legId"], row["searchDate"])


RENAMED = {"bangalore": "bengaluru", "bombay": "mumbai", "calcutta": "kolkata", "madras": "chennai"}


def plain(text):
    folded = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return re.sub(r"\W+", " ", folded.lower().replace("_", " ")).strip()


def city_known(name, world):
    asked = plain(name)
    wanted = {asked, RENAMED.get(asked, asked)}
    for airport in world.airports.values():
        texts = [airport["municipality"], airport["name"], airport["keywords"]]
        if any(f" {city} " in f" {plain(text)} " for city in wanted for text in texts):
            return True
    return False


CITY_CACHE = {}


def easemytrip(row, world):
    for column in ("source_city", "destination_city"):
        city = row[column]
        if city not in CITY_CACHE:
            CITY_CACHE[city] = city_known(city, world)
        need(CITY_CACHE[city], f"unknown city {city}")
    need(row["source_city"] != row["destination_city"], "origin is destination")
    need(row["stops"].lower() in ("zero", "one", "two_or_more"), "no stops")
    need(row["class"].lower() in ("economy", "premium economy", "business", "first"), "no cabin")
    days, price = whole(row["days_left"]), number(row["price"])
    need(days is not None and 0 <= days <= 3650, "no days left")
    need(price is not None and price > 0, "no price")
    return None


def airbnb_listings(row, world):
    need(row["id"].isdigit(), "no listing id")
    need(row["room_type"].lower() in ("entire home/apt", "private room", "shared room", "hotel room"), "no room type")
    point(row["latitude"], row["longitude"])
    need(row["price"] == "" or (number(row["price"]) is not None and number(row["price"]) >= 0), "no price")
    world.stays.add(row["id"])
    return row["id"]


def airbnb_calendar(row, world):
    need(row["listing_id"].isdigit(), "no listing id")
    need(plausible(row["date"]), "no date")
    need(row["available"] in ("t", "f"), "available is unknown")
    need(row["price"] == "" or (number(row["price"]) is not None and number(row["price"]) >= 0), "no price")
    need(row["listing_id"] in world.stays, f"unknown stay {row['listing_id']}")
    return (row["listing_id"], row["date"])


MONTHS = "January February March April May June July August September October November December".split()


def hotel_demand(row, _world):
    need(row["hotel"], "no hotel")
    need(row["arrival_date_month"] in MONTHS, "no date of arrival")
    year, day = whole(row["arrival_date_year"]), whole(row["arrival_date_day_of_month"])
    need(year is not None and day is not None, "no date of arrival")
    need(plausible(f"{year:04}-{MONTHS.index(row['arrival_date_month']) + 1:02}-{day:02}"), "no date of arrival")
    lead = whole(row["lead_time"])
    need(lead is not None and 0 <= lead <= 3650, "no lead time")
    need(row["is_canceled"] in ("0", "1"), "cancelled is unknown")
    rate = number(row["adr"])
    need(rate is not None and rate >= 0, "negative daily rate")
    return None


def cornell_cars(row, _world):
    point(row["location.latitude"], row["location.longitude"])
    need(re.fullmatch(r"[A-Za-z]{2}", row["location.country"]), "no country")
    need(row["location.city"], "no city")
    need(row["vehicle.make"] and row["vehicle.model"], "no make or model")
    need(row["vehicle.type"].lower() in ("car", "suv", "minivan", "van", "truck"), "no type of vehicle")
    year, rate = whole(row["vehicle.year"]), number(row["rate.daily"])
    need(year is not None and 1900 <= year <= 2100, "no year")
    need(rate is not None and rate > 0, "no daily rate")
    return None


RULES = {
    "ourairports": ourairports,
    "openflights-airlines": airlines,
    "openflights-routes": routes,
    "expedia": expedia,
    "easemytrip": easemytrip,
    "airbnb-listings": airbnb_listings,
    "airbnb-calendar": airbnb_calendar,
    "hotel-demand": hotel_demand,
    "cornell-cars": cornell_cars,
}


def count(kind, path, world):
    """Applies one format's rules to every row of a file."""
    total, imported, updated, unchanged, skipped, reasons, seen = 0, 0, 0, 0, [], Counter(), {}
    known = set(world.stays)
    for line, row, complete in rows_of(path, WITHOUT_HEADER.get(kind)):
        total += 1
        try:
            need(complete, "another number of columns")
            key = RULES[kind](row, world)
            content = tuple(row.values()) if isinstance(row, dict) else tuple(row)
            if key is None or key not in seen:
                if kind == "airbnb-listings" and key in known:
                    updated += 1
                else:
                    imported += 1
                seen[key] = content
            elif seen[key] == content:
                unchanged += 1
            else:
                raise Skip("the key came before")
        except Skip as reason:
            skipped.append(line)
            reasons[str(reason)] += 1
    return {"format": kind, "file": path.name, "read": total, "imported": imported, "updated": updated, "unchanged": unchanged, "skipped": len(skipped), "skippedLines": skipped, "reasons": dict(reasons.most_common())}


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)
    folder, world = Path(arguments[0]), World()
    # Two of the samples and of the made-up files have the same name: each list stands for a folder of its own.
    for kind, name in MADE_UP if (folder / "airports.csv").exists() else FILES:
        path = folder / name
        if not path.exists():
            continue
        result = count(kind, path, world)
        if "--json" in arguments:
            print(json.dumps(result))
            continue
        print(f"{name:42} {result['read']:7} read {result['imported']:7} imported {result['updated']:6} updated {result['unchanged']:6} unchanged {result['skipped']:6} skipped")
        for reason, times in list(result["reasons"].items())[:4]:
            print(f"{'':42} {times:7} × {reason}")


if __name__ == "__main__":
    main(sys.argv[1:])
