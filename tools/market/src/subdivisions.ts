/**
 * The state, province or region of each airport, ISO 3166-2, which the airport package does not tell. Source: OurAirports, public
 * domain.
 */
const table = `
JFK:US-NY ORD:US-IL LAX:US-CA ATL:US-GA BOS:US-MA DFW:US-TX DEN:US-CO SFO:US-CA SEA:US-WA MIA:US-FL MCO:US-FL
LAS:US-NV PHX:US-AZ IAH:US-TX HNL:US-HI YYZ:CA-ON YVR:CA-BC MEX:MX-DIF CUN:MX-ROO GRU:BR-SP EZE:AR-B SCL:CL-RM
BOG:CO-DC LIM:PE-LIM LHR:GB-ENG CDG:FR-IDF FRA:DE-HE AMS:NL-NH IST:TR-34 MUC:DE-BY MAD:ES-MD BCN:ES-CT LIS:PT-11
FCO:IT-62 MXP:IT-25 ZRH:CH-ZH VIE:AT-9 CPH:DK-84 ARN:SE-AB OSL:NO-32 HEL:FI-18 DUB:IE-D ATH:GR-I WAW:PL-MZ PRG:CZ-PR
BUD:HU-BU BER:DE-BR EDI:GB-SCT DXB:AE-DU DOH:QA-DA KWI:KW-FA CAI:EG-C CMN:MA-06 JNB:ZA-GT CPT:ZA-WC NBO:KE-47
LOS:NG-LA DEL:IN-DL BOM:IN-MM BLR:IN-KA SIN:SG-04 KUL:MY-10 BKK:TH-10 CGK:ID-BT DPS:ID-BA HKG:HK-NT TPE:TW-TAO
ICN:KR-28 HND:JP-13 KIX:JP-27 PVG:CN-31 PEK:CN-11 SYD:AU-NSW MEL:AU-VIC AKL:NZ-AUK MNL:PH-00`;

const subdivisions = new Map(
  table
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 3), entry.slice(4)] as const),
);

/** @param iata an airport of the market */
export const subdivisionOf = (iata: string): string | undefined => subdivisions.get(iata);
