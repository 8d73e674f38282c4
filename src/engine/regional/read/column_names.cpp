#include "engine/regional/read/column_names.hpp"

#include <algorithm>
#include <initializer_list>

namespace medskapa::regional::read {
namespace {

using Words = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Words names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool ends_with_one_of(std::string_view name, Words ends) {
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return name.ends_with(end); });
}

bool begins_with_one_of(std::string_view name, Words beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
        [&](std::string_view begin) { return name.starts_with(begin); });
}

}  // namespace

bool names_the_amount(std::string_view name) {
    return is_one_of(name, {"value", "värde", "obs_value", "amount", "commuters", "employees", "flow",
                               "flows", "antal", "pendlare", "belopp", "number", "employed", "jobs"});
}

bool names_a_content(std::string_view name) {
    return begins_with_one_of(
        name, {"antal ", "folkmängd", "befolkning", "invånare", "sysselsatt", "förvärvsarbet", "anställd",
                  "andel", "procent", "arbetslös", "population", "inhabitants", "persons", "personer",
                  "percent", "share", "jobb", "brp", "grp", "bnp", "gdp", "lön", "medelinkomst",
                  "medianinkomst", "inkomst", "omsättning", "summa", "totalt", "netto", "flytt", "födda",
                  "döda", "företag", "värde ", "value ", "tkr", "mkr", "kronor", "turnover", "income"});
}

bool names_a_status(std::string_view name) {
    return is_one_of(
        name, {"status", "obs_flag", "obs_status", "conf_status", "flag", "flags", "flaggor", "flagga",
                  "fotnot", "fotnoter", "anm", "anm.", "anmärkning", "anmärkningar", "kommentar",
                  "kommentarer", "comment", "comments", "note", "notes", "noter", "footnote", "footnotes"});
}

bool names_a_dimension(std::string_view name) {
    const bool is_code = ends_with_one_of(name, {"kod", "koder", "code", "codes", "_id", " id", "-id", "_ind",
                                                    "_reg", "_nr", " nr", "nummer", "_no", "knr"}) ||
                         (name.ends_with("nr") && name.size() > 2);
    return is_code ||
           is_one_of(name,
               {"id", "nr", "år", "year", "tid", "time", "period", "time_period", "månad", "month", "kvartal",
                   "quarter", "ålder", "age", "kön", "sex", "gender", "kommun", "municipality", "län",
                   "county", "region", "industry", "näring", "näringsgren", "bransch", "sni", "sni2007",
                   "sni2002", "nace", "isco", "ssyk", "yrke", "from", "to", "från", "till", "case", "rank",
                   "rang", "ordning", "deso", "regso", "tätort", "distrikt", "församling", "postort", "nuts",
                   "lau", "geo", "freq", "unit", "decimals", "unit_mult", "kpi"});
}

bool names_a_time(std::string_view name) {
    return is_one_of(
        name, {"år", "year", "tid", "time", "period", "time_period", "månad", "month", "kvartal", "quarter"});
}

bool names_the_file(std::string_view name) {
    return is_one_of(name, {"last update", "structure", "structure_name", "structure name"});
}

bool names_a_dataflow(std::string_view name) {
    return is_one_of(name, {"dataflow", "structure_id"});
}

}  // namespace medskapa::regional::read
