#include "base/digest.hpp"
#include "base/time.hpp"
#include "engine/office/document_writer.hpp"
#include "web/law/extract/column_words.hpp"
#include "web/law/extract/extract.hpp"
#include "web/law/retention_times.hpp"
#include "web/ui/printing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace medskapa::web::law {
namespace {

using Json = nlohmann::ordered_json;

Json json_of_number(const store::PersonValue& value, std::int64_t number) {
    if (value.kind == sql::Kind::day) return time::iso(Day{std::chrono::days{number}});
    if (is_time(value)) return time::iso(Instant{std::chrono::milliseconds{number}});
    if (is_flag(value)) return number != 0;
    return number;
}

/// As it is kept, in the forms that programs read.
Json plain_value(const store::PersonValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value.value)) return json_of_number(value, *number);
    if (const auto* real = std::get_if<double>(&value.value)) return *real;
    if (const auto* bytes = std::get_if<sql::Bytes>(&value.value)) return hex(bytes->bytes);
    const auto* text = std::get_if<std::string>(&value.value);
    return text ? Json(*text) : Json(nullptr);
}

Json json_of_value(
    const PersonExtract& extract, const store::PersonRow& row, const store::PersonValue& value) {
    const auto* called = words_of_column(value.column);
    Json json{{"column", fmt::format("{}.{}", row.table, value.column)},
        {"label", called ? extract.words(called) : std::string{value.column}},
        {"personal", value.is_of_person}};
    if (!value.around.empty())
        json["around"] = value.around;
    else if (value.is_kept_back)
        json["kept_back"] = true;
    else
        json["value"] = plain_value(value);
    return json;
}

Json json_of_row(const PersonExtract& extract, const store::PersonRow& row) {
    Json values = Json::array();
    for (const auto& value : row.values) values.push_back(json_of_value(extract, row, value));
    return {{"table", row.table}, {"row", name_of_row(extract, row)},
        {"share", row.share == store::PersonRef::Share::own ? "own" : "mention"},
        {"values", std::move(values)}};
}

Json json_of_thing(const PersonExtract& extract, const KeptThing& kept) {
    const auto& words = extract.words;
    Json rows = Json::array();
    for (const auto& row : kept.rows) rows.push_back(json_of_row(extract, row));
    return {{"what", words(kept.thing->what)}, {"why", words(kept.thing->why)},
        {"how_long", words(kept.thing->how_long)},
        {"decided", times_of(*kept.thing, extract.rules, extract.processes, words)},
        {"who_sees", words(kept.thing->who_sees)}, {"rows", std::move(rows)}};
}

std::string office_bytes(const PersonExtract& extract, ExtractFormat format) {
    const office::DocumentHead head{title_of(extract), extract.words.tag(), {}};
    std::ostringstream bytes;
    const auto writer =
        format == ExtractFormat::docx ? office::docx_writer(bytes, head) : office::odt_writer(bytes, head);
    office::FileSink sink{*writer};
    write(extract, sink);
    sink.finish();
    return std::move(bytes).str();
}

std::string html_bytes(const PersonExtract& extract) {
    std::ostringstream bytes;
    ui::write_paper_page(bytes, extract.words.tag(), title_of(extract), [&](office::BlockSink& sink) {
        write(extract, sink);
        sink.finish();
    });
    return std::move(bytes).str();
}

}  // namespace

std::string json_of(const PersonExtract& extract) {
    const auto& words = extract.words;
    Json things = Json::array();
    for (const auto& kept : things_kept(extract)) things.push_back(json_of_thing(extract, kept));
    Json not_tied = Json::array();
    for (const auto* thing : things_not_tied()) not_tied.push_back(words(thing->what));
    Json left_out = Json::array();
    for (const auto& process : processes_left_out(extract)) left_out.push_back(process.slug);
    const Json json{{"title", title_of(extract)}, {"case_number", extract.case_number},
        {"made_at", time::iso(extract.made_at)}, {"owner", extract.site.owner},
        {"controller", words.in(extract.site.controller)},
        {"legal_ground", words.in(extract.site.legal_ground)}, {"processes_left_out", std::move(left_out)},
        {"things", std::move(things)}, {"tied_to_nobody", std::move(not_tied)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::optional<ExtractFormat> extract_format_named(std::string_view extension) {
    ExtractFormat format{};
    if (!find_name<ExtractFormat>(extension, format)) return std::nullopt;
    return format;
}

std::string_view content_type_of(ExtractFormat format) {
    switch (format) {
        case ExtractFormat::html: return "text/html; charset=utf-8";
        case ExtractFormat::json: return "application/json";
        case ExtractFormat::docx:
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        case ExtractFormat::odt: return "application/vnd.oasis.opendocument.text";
    }
    return {};
}

std::string bytes_of(const PersonExtract& extract, ExtractFormat format) {
    switch (format) {
        case ExtractFormat::html: return html_bytes(extract);
        case ExtractFormat::json: return json_of(extract);
        case ExtractFormat::docx:
        case ExtractFormat::odt: break;
    }
    return office_bytes(extract, format);
}

}  // namespace medskapa::web::law
