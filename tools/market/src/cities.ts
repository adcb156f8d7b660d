/** A city of the demo market. Coordinates, zone and country come from the airport package. */
export type City = Readonly<{
  iata: string;
  name: string;
  currency: string;
  /** Price of an ordinary hotel night, in US dollars. */
  nightInUsd: number;
  /** Parts of the city; stays lie in them. Empty: no stays. */
  areas: readonly string[];
  hub: boolean;
  /** Where the city's stays lie around; absent in cities without stays. */
  centre?: Readonly<{ latitude: number; longitude: number }>;
}>;

/**
 * Airport, `*` for a hub, city, currency, hotel night in USD, areas, centre. The package has no city names, and its elevations are wrong
 * (Heathrow at 232,718 ft), so names stand here and elevations are left out.
 */
const table = `
JFK*|New York|USD|240|Manhattan,Brooklyn,Queens|40.74,-73.98
ORD*|Chicago|USD|190|Loop,Lincoln Park,West Loop|41.88,-87.64
LAX*|Los Angeles|USD|210|Santa Monica,Hollywood,Downtown|34.06,-118.3
ATL*|Atlanta|USD|150|Midtown,Buckhead|33.77,-84.38
BOS|Boston|USD|220|Back Bay,Beacon Hill|42.355,-71.07
DFW|Dallas|USD|140|Uptown,Deep Ellum|32.79,-96.8
DEN|Denver|USD|150|LoDo,Highland|39.745,-104.995
SFO|San Francisco|USD|230|Mission,North Beach|37.775,-122.42
SEA|Seattle|USD|180|Capitol Hill,Ballard|47.61,-122.33
MIA|Miami|USD|200|South Beach,Brickell|25.775,-80.2
MCO|Orlando|USD|130|Lake Nona,Winter Park|28.54,-81.38
LAS|Las Vegas|USD|130|The Strip,Downtown|36.13,-115.165
PHX|Phoenix|USD|140|
IAH|Houston|USD|130|
HNL|Honolulu|USD|230|Waikiki,Kaimuki|21.285,-157.82
YYZ|Toronto|CAD|160|Yorkville,Queen West|43.655,-79.39
YVR|Vancouver|CAD|170|Gastown,Kitsilano|49.28,-123.115
MEX|Mexico City|MXN|90|Roma,Condesa|19.42,-99.16
CUN|Cancun|MXN|130|Hotel Zone,Downtown|21.155,-86.83
GRU*|Sao Paulo|BRL|85|Jardins,Vila Madalena|-23.56,-46.66
EZE|Buenos Aires|USD|80|Palermo,Recoleta|-34.595,-58.41
SCL|Santiago|USD|85|
BOG|Bogota|USD|70|
LIM|Lima|USD|75|Miraflores,Barranco|-12.12,-77.03
LHR*|London|GBP|230|Soho,Camden,Shoreditch,Kensington|51.51,-0.13
CDG*|Paris|EUR|220|Le Marais,Montmartre,Saint-Germain|48.86,2.345
FRA*|Frankfurt|EUR|150|Sachsenhausen,Nordend|50.11,8.68
AMS*|Amsterdam|EUR|200|Jordaan,De Pijp,Centrum|52.37,4.89
IST*|Istanbul|EUR|95|Beyoglu,Sultanahmet,Kadikoy|41.02,28.97
MUC|Munich|EUR|170|Schwabing,Altstadt|48.14,11.575
MAD|Madrid|EUR|140|Malasana,Salamanca|40.42,-3.7
BCN|Barcelona|EUR|160|Gracia,Eixample|41.39,2.165
LIS|Lisbon|EUR|130|Alfama,Chiado|38.715,-9.14
FCO|Rome|EUR|160|Trastevere,Monti|41.895,12.48
MXP|Milan|EUR|170|Brera,Navigli|45.465,9.185
ZRH|Zurich|CHF|250|Altstadt,Seefeld|47.375,8.54
VIE|Vienna|EUR|150|Innere Stadt,Neubau|48.205,16.365
CPH|Copenhagen|DKK|190|Nyhavn,Vesterbro|55.68,12.57
ARN|Stockholm|SEK|170|Gamla Stan,Sodermalm|59.325,18.07
OSL|Oslo|NOK|180|Grunerlokka,Sentrum|59.915,10.75
HEL|Helsinki|EUR|150|Kallio,Punavuori|60.17,24.94
DUB|Dublin|EUR|190|Temple Bar,Portobello|53.34,-6.26
ATH|Athens|EUR|120|Plaka,Koukaki|37.97,23.725
WAW|Warsaw|PLN|100|
PRG|Prague|CZK|110|Old Town,Vinohrady|50.08,14.43
BUD|Budapest|EUR|95|Castle District,Jewish Quarter|47.5,19.055
BER|Berlin|EUR|140|Mitte,Kreuzberg|52.52,13.405
EDI|Edinburgh|GBP|170|Old Town,New Town|55.95,-3.19
DXB*|Dubai|AED|180|Marina,Downtown,Deira|25.13,55.22
DOH|Doha|USD|140|
KWI|Kuwait City|KWD|150|
CAI|Cairo|USD|70|Zamalek,Giza|30.05,31.225
CMN|Casablanca|EUR|80|
JNB*|Johannesburg|ZAR|80|Sandton,Rosebank|-26.12,28.05
CPT|Cape Town|ZAR|110|Gardens,Camps Bay|-33.93,18.415
NBO|Nairobi|USD|85|
LOS|Lagos|USD|90|
DEL|Delhi|INR|70|Hauz Khas,Connaught Place|28.6,77.21
BOM|Mumbai|INR|85|Bandra,Colaba|19.02,72.84
BLR|Bengaluru|INR|65|
SIN*|Singapore|SGD|200|Marina Bay,Tiong Bahru,Katong,Little India|1.295,103.845
KUL|Kuala Lumpur|MYR|65|Bukit Bintang,KLCC|3.15,101.71
BKK|Bangkok|THB|70|Sukhumvit,Silom|13.74,100.54
CGK|Jakarta|USD|60|
DPS|Denpasar|USD|75|Ubud,Seminyak|-8.6,115.2
HKG*|Hong Kong|HKD|190|Central,Sheung Wan,Tsim Sha Tsui|22.29,114.165
TPE|Taipei|USD|100|Zhongshan,Xinyi|25.045,121.535
ICN|Seoul|KRW|110|Hongdae,Gangnam|37.56,126.98
HND*|Tokyo|JPY|150|Shinjuku,Asakusa,Shibuya,Ginza|35.685,139.73
KIX|Osaka|JPY|110|Namba,Umeda|34.68,135.5
PVG|Shanghai|CNY|110|The Bund,French Concession|31.225,121.465
PEK|Beijing|CNY|100|
SYD*|Sydney|AUD|190|The Rocks,Bondi,Newtown|-33.88,151.21
MEL|Melbourne|AUD|160|Fitzroy,St Kilda|-37.815,144.965
AKL|Auckland|NZD|140|Ponsonby,Viaduct|-36.85,174.755
MNL|Manila|PHP|70|
`;

const parse = (line: string): City => {
  const [code = '', name = '', currency = '', night = '', areas = '', centre] = line.split('|');
  const [latitude, longitude] = (centre ?? '').split(',').map(Number);
  return {
    iata: code.slice(0, 3),
    name,
    currency,
    nightInUsd: Number(night),
    areas: areas === '' ? [] : areas.split(','),
    hub: code.endsWith('*'),
    ...(latitude !== undefined && longitude !== undefined ? { centre: { latitude, longitude } } : {}),
  };
};

export const cities: readonly City[] = table.trim().split('\n').map(parse);

/** US dollars per unit, rounded; only to give prices a plausible size. Conversions for travelers use `ExchangeRates`. */
export const usdPerUnit: Readonly<Record<string, number>> = {
  AED: 0.27,
  AUD: 0.66,
  BRL: 0.18,
  CAD: 0.73,
  CHF: 1.13,
  CNY: 0.14,
  CZK: 0.044,
  DKK: 0.146,
  EUR: 1.09,
  GBP: 1.28,
  HKD: 0.128,
  INR: 0.0118,
  JPY: 0.0067,
  KRW: 0.00073,
  KWD: 3.25,
  MXN: 0.054,
  MYR: 0.22,
  NOK: 0.094,
  NZD: 0.6,
  PHP: 0.0175,
  PLN: 0.25,
  SEK: 0.095,
  SGD: 0.75,
  THB: 0.029,
  USD: 1,
  ZAR: 0.055,
};
