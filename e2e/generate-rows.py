#!/usr/bin/env python3
"""Writes a large made-up file of one of the importer's formats, always the same for the same arguments.

    python3 e2e/generate-rows.py airbnb-calendar 2000000 calendar.csv     # needs the listings of the next line
    python3 e2e/generate-rows.py airbnb-listings 5480 listings.csv
    python3 e2e/generate-rows.py easemytrip|hotel-demand|cornell-cars 2000000 file.csv
"""
import datetime
import random
import sys

NIGHTS = 365
FIRST_NIGHT = datetime.date(2025, 3, 1)
MONTHS = "January February March April May June July August September October November December".split()


def listings(count, draw):
    yield "id,name,host_id,host_name,neighbourhood_group,neighbourhood,latitude,longitude,room_type,price,minimum_nights,number_of_reviews,last_review,reviews_per_month,calculated_host_listings_count,availability_365,number_of_reviews_ltm,license"
    for index in range(count):
        north, east = 48.82 + draw.random() * 0.08, 2.27 + draw.random() * 0.14
        yield f'{900000 + index},"Rental unit in Paris · ★4.5{index % 10} · 1 bedroom · {1 + index % 3} beds · 1 bath",{index // 3},,,Popincourt,{north:.5f},{east:.5f},Entire home/apt,{60 + index % 300},{1 + index % 4},{index % 90},,,1,200,3,'


def calendar(count, draw):
    yield "listing_id,date,available,price,adjusted_price,minimum_nights,maximum_nights"
    for index in range(count):
        night = FIRST_NIGHT + datetime.timedelta(days=index % NIGHTS)
        price = 60 + draw.randrange(1400)
        yield f'{900000 + index // NIGHTS},{night},{"tf"[draw.random() < 0.3]},"${price:,}.00","${price:,}.00",2,{365}'


CITIES = "Delhi Mumbai Bangalore Kolkata Hyderabad Chennai".split()


def easemytrip(count, draw):
    yield ",airline,flight,source_city,departure_time,stops,arrival_time,destination_city,class,duration,days_left,price"
    for index in range(count):
        start, end = draw.sample(CITIES, 2)
        yield f'{index},Vistara,UK-{draw.randrange(100, 999)},{start},Morning,{draw.choice(["zero", "one", "two_or_more"])},Night,{end},{draw.choice(["Economy", "Business"])},2.{draw.randrange(90)},{draw.randrange(1, 50)},{draw.randrange(2000, 90000)}'


def hotel_demand(count, draw):
    yield "hotel,is_canceled,lead_time,arrival_date_year,arrival_date_month,arrival_date_week_number,arrival_date_day_of_month,stays_in_weekend_nights,stays_in_week_nights,adults,children,babies,meal,country,market_segment,distribution_channel,is_repeated_guest,previous_cancellations,previous_bookings_not_canceled,reserved_room_type,assigned_room_type,booking_changes,deposit_type,agent,company,days_in_waiting_list,customer_type,adr,required_car_parking_spaces,total_of_special_requests,reservation_status,reservation_status_date"
    for index in range(count):
        day = datetime.date(2021, 1, 1) + datetime.timedelta(days=draw.randrange(1400))
        yield f"{draw.choice(['City Hotel', 'Resort Hotel'])},{index % 3 // 2},{draw.randrange(200)},{day.year},{MONTHS[day.month - 1]},{day.isocalendar().week},{day.day},{index % 3},{1 + index % 5},2,0,0,BB,PRT,Online TA,TA/TO,0,0,0,A,A,0,No Deposit,9,NULL,0,Transient,{40 + draw.randrange(20000) / 100},0,{index % 4},Check-Out,{day}"


def cornell_cars(count, draw):
    yield "fuelType,rating,renterTripsTaken,reviewCount,location.city,location.country,location.latitude,location.longitude,location.state,owner.id,rate.daily,vehicle.make,vehicle.model,vehicle.type,vehicle.year,airportcity"
    for index in range(count):
        yield f"GASOLINE,4.{draw.randrange(99)},{index % 90}.0,{index % 80}.0,Denver,US,{39.5 + draw.random() * 0.4:.6f},{-105.1 + draw.random() * 0.4:.6f},CO,{index // 2}.0,{25 + draw.randrange(200)}.0,Toyota,Corolla,car,{2005 + index % 20}.0,Denver"


KINDS = {"airbnb-listings": listings, "airbnb-calendar": calendar, "easemytrip": easemytrip, "hotel-demand": hotel_demand, "cornell-cars": cornell_cars}


def main(arguments):
    if len(arguments) != 3 or arguments[0] not in KINDS:
        sys.exit(__doc__)
    kind, count, path = arguments
    with open(path, "w", encoding="utf-8") as out:
        for line in KINDS[kind](int(count), random.Random(7)):
            out.write(line + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
