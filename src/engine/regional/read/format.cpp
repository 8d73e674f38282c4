#include "engine/regional/read/format.hpp"

#include "engine/regional/read/json/json_stat.hpp"
#include "engine/regional/read/json/kolada.hpp"
#include "engine/regional/read/json/pxweb_json.hpp"
#include "engine/regional/read/px.hpp"
#include "engine/regional/read/table_file.hpp"

#include <algorithm>
#include <array>

namespace medskapa::regional::read {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark_and_blanks(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    return bytes;
}

/// Where a member's name stands, quoted, followed by a colon; the reader sees to the rest.
bool names(std::string_view json, std::string_view member) {
    const auto quoted = '"' + std::string{member} + '"';
    for (auto at = json.find(quoted); at != json.npos; at = json.find(quoted, at + 1)) {
        const auto after = json.find_first_not_of(" \t\r\n", at + quoted.size());
        if (after != json.npos && json[after] == ':') return true;
    }
    return false;
}

Format json_format(std::string_view json) {
    if (names(json, "features") && names(json, "type")) return Format::borders;
    if (names(json, "dimension") && names(json, "size")) return Format::json_stat;
    if (names(json, "columns") && names(json, "data")) return Format::pxweb_json;
    if (names(json, "values")) return Format::kolada;
    return Format::unknown_json;
}

/// A keyword in capitals and then =, [ or (, as no table begins.
bool looks_like_px(std::string_view text) {
    const auto end = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    if (text.starts_with("STRUCTURE[")) return false;  // SDMX-CSV 2
    return end != text.npos && end > 2 && std::string_view{"=[("}.find(text[end]) != std::string_view::npos;
}

/// Or another file of an office program, which is refused as what it is.
bool is_workbook(std::string_view bytes) {
    const auto entries = zip::directory(bytes);
    return std::any_of(entries.begin(), entries.end(), [](const zip::Entry& entry) {
        return entry.name.find("workbook") != entry.name.npos ||
               entry.name.find("worksheets") != entry.name.npos || entry.name == "content.xml" ||
               entry.name == "[Content_Types].xml";
    });
}

tl::unexpected<Failure> refuse_file(const char* sentence) {
    return refuse(Failure::Kind::invalid, {{"file", sentence, {}}});
}

Result<Statistic> read_as(Format format, std::string_view bytes, const Choices& choices) {
    switch (format) {
        case Format::px: return read_px(bytes);
        case Format::json_stat: return read_json_stat(bytes);
        case Format::pxweb_json: return read_pxweb_json(bytes);
        case Format::kolada: return read_kolada(bytes);
        case Format::table: return read_table_file(bytes, choices);
        case Format::borders:
            return refuse_file(N_("\"features\": this is a map and no statistic. Read it in as a map."));
        case Format::compressed:
            return refuse_file(N_("The file is compressed. Unpack it and give what was in it."));
        case Format::unknown_json: break;
    }
    return refuse_file(
        N_("\"dimension\", \"columns\" or \"values\" is missing: this JSON is no data set of JSON-stat, "
           "PxWeb or Kolada. Fetch the data themselves."));
}

}  // namespace

Format format_of(std::string_view bytes) {
    constexpr std::array<std::string_view, 2> packed = {"\x1F\x8B", "BZh"};
    if (sheets::is_archive(bytes)) return is_workbook(bytes) ? Format::table : Format::compressed;
    for (const auto start : packed) {
        if (bytes.starts_with(start)) return Format::compressed;
    }
    const auto text = without_mark_and_blanks(bytes);
    if (text.starts_with('{') || text.starts_with('[')) return json_format(text);
    return looks_like_px(text) ? Format::px : Format::table;
}

Result<Statistic> read_statistic(std::string_view bytes, const Choices& choices) {
    auto statistic = read_as(format_of(bytes), bytes, choices);
    if (!statistic) return statistic;
    if (const auto repeated = statistic->repeated_rows()) {
        statistic->warnings.push_back(repeated_rows_warning(repeated));
    }
    return statistic;
}

}  // namespace medskapa::regional::read
