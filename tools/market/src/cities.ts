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
}>;

/**
 * Airport, `*` for a hub, city, currency, hotel night in USD, areas. The package has no city names, and its elevations are wrong
 * (Heathrow at 232,718 ft), so names stand here and elevations are left out.
 */
const table = `
JFK*|New York|USD|240|Manhattan,Brooklyn,Queens
ORD*|Chicago|USD|190|Loop,Lincoln Park,West Loop
LAX*|Los Angeles|USD|210|Santa Monica,Hollywood,Downtown
ATL*|Atlanta|USD|150|Midtown,Buckhead
BOS|Boston|USD|220|Back Bay,Beacon Hill,Cambridge
DFW|Dallas|USD|140|Uptown,Deep Ellum
DEN|Denver|USD|150|LoDo,Highland
SFO|San Francisco|USD|230|Mission,North Beach,SoMa
SEA|Seattle|USD|180|Capitol Hill,Ballard,Belltown
MIA|Miami|USD|200|South Beach,Brickell,Wynwood
MCO|Orlando|USD|130|Lake Nona,Winter Park
LAS|Las Vegas|USD|130|The Strip,Downtown
PHX|Phoenix|USD|140|
IAH|Houston|USD|130|
HNL|Honolulu|USD|230|Waikiki,Kaimuki
YYZ|Toronto|CAD|160|Yorkville,Queen West,Distillery
YVR|Vancouver|CAD|170|Gastown,Kitsilano
MEX|Mexico City|MXN|90|Roma,Condesa,Centro
CUN|Cancun|MXN|130|Hotel Zone,Downtown
GRU*|Sao Paulo|BRL|85|Jardins,Vila Madalena
EZE|Buenos Aires|USD|80|Palermo,Recoleta
SCL|Santiago|USD|85|
BOG|Bogota|USD|70|
LIM|Lima|USD|75|Miraflores,Barranco
LHR*|London|GBP|230|Soho,Camden,Shoreditch,Kensington
CDG*|Paris|EUR|220|Le Marais,Montmartre,Saint-Germain
FRA*|Frankfurt|EUR|150|Sachsenhausen,Nordend
AMS*|Amsterdam|EUR|200|Jordaan,De Pijp,Centrum
IST*|Istanbul|EUR|95|Beyoglu,Sultanahmet,Kadikoy
MUC|Munich|EUR|170|Schwabing,Altstadt
MAD|Madrid|EUR|140|Malasana,Salamanca,Centro
BCN|Barcelona|EUR|160|Gracia,Eixample,El Born
LIS|Lisbon|EUR|130|Alfama,Chiado,Belem
FCO|Rome|EUR|160|Trastevere,Monti,Prati
MXP|Milan|EUR|170|Brera,Navigli
ZRH|Zurich|CHF|250|Altstadt,Seefeld
VIE|Vienna|EUR|150|Innere Stadt,Neubau
CPH|Copenhagen|DKK|190|Nyhavn,Vesterbro,Norrebro
ARN|Stockholm|SEK|170|Gamla Stan,Sodermalm
OSL|Oslo|NOK|180|Grunerlokka,Sentrum
HEL|Helsinki|EUR|150|Kallio,Punavuori
DUB|Dublin|EUR|190|Temple Bar,Portobello
ATH|Athens|EUR|120|Plaka,Koukaki
WAW|Warsaw|PLN|100|
PRG|Prague|CZK|110|Old Town,Vinohrady,Mala Strana
BUD|Budapest|EUR|95|Castle District,Jewish Quarter
BER|Berlin|EUR|140|Mitte,Kreuzberg,Prenzlauer Berg
EDI|Edinburgh|GBP|170|Old Town,New Town,Leith
DXB*|Dubai|AED|180|Marina,Downtown,Deira
DOH|Doha|USD|140|
KWI|Kuwait City|KWD|150|
CAI|Cairo|USD|70|Zamalek,Giza
CMN|Casablanca|EUR|80|
JNB*|Johannesburg|ZAR|80|Sandton,Rosebank
CPT|Cape Town|ZAR|110|Gardens,Camps Bay,Waterfront
NBO|Nairobi|USD|85|
LOS|Lagos|USD|90|
DEL|Delhi|INR|70|Hauz Khas,Connaught Place
BOM|Mumbai|INR|85|Bandra,Colaba
BLR|Bengaluru|INR|65|
SIN*|Singapore|SGD|200|Marina Bay,Tiong Bahru,Katong,Little India
KUL|Kuala Lumpur|MYR|65|Bukit Bintang,KLCC
BKK|Bangkok|THB|70|Sukhumvit,Silom,Old City
CGK|Jakarta|USD|60|
DPS|Denpasar|USD|75|Ubud,Seminyak,Sanur
HKG*|Hong Kong|HKD|190|Central,Sheung Wan,Tsim Sha Tsui
TPE|Taipei|USD|100|Zhongshan,Xinyi
ICN|Seoul|KRW|110|Hongdae,Gangnam,Bukchon
HND*|Tokyo|JPY|150|Shinjuku,Asakusa,Shibuya,Ginza
KIX|Osaka|JPY|110|Namba,Umeda
PVG|Shanghai|CNY|110|The Bund,French Concession
PEK|Beijing|CNY|100|
SYD*|Sydney|AUD|190|The Rocks,Bondi,Newtown
MEL|Melbourne|AUD|160|Fitzroy,St Kilda
AKL|Auckland|NZD|140|Ponsonby,Viaduct
MNL|Manila|PHP|70|
`;

const parse = (line: string): City => {
  const [code = '', name = '', currency = '', night = '', areas = ''] = line.split('|');
  return {
    iata: code.slice(0, 3),
    name,
    currency,
    nightInUsd: Number(night),
    areas: areas === '' ? [] : areas.split(','),
    hub: code.endsWith('*'),
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
