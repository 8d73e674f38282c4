#pragma once

#include "domain/retention/retention.hpp"
#include "domain/site/description.hpp"
#include "engine/office/block_sink.hpp"
#include "store/privacy/person_rows.hpp"
#include "web/law/personal_columns.hpp"
#include "web/words/words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The extract of all that is kept about one person (GDPR, article 15): in the words of the page on personal
/// data, composed once, as blocks for people and as JSON for programs.
namespace medskapa::web::law {

struct PersonExtract {
    const Words& words;
    const Clock& clock;
    SiteDescription site;  // what the region says of itself
    std::string case_number;
    Instant made_at;
    store::RowsOfPerson found;
    std::vector<Process> processes;         // all that there are
    store::PersonScope scope;               // whose rows are in it
    std::vector<RetentionRule> rules = {};  // in force
    std::string own_address = {};  // of who has fetched it themselves; empty: staff have taken it out
};

/// Of what is kept, one thing as the page on personal data has it, and the rows that have something of it.
struct KeptThing {
    const PersonalThing* thing = nullptr;
    std::vector<store::PersonRow>
        rows;  // with the values that belong to the thing, and what is shown with them
};
std::vector<KeptThing> things_kept(const PersonExtract&);
/// Things of which nothing can be tied to a person, by what is not tied: see columns_tied_to_nobody().
std::vector<const PersonalThing*> things_not_tied();
/// "Inspel 12, Regional strategi": what the row is, and where.
std::string name_of_row(const PersonExtract&, const store::PersonRow&);
/// The processes whose rows are not in it.
std::vector<Process> processes_left_out(const PersonExtract&);

std::string title_of(const PersonExtract&);
/// Composes the whole; finish() of the sink is the caller's.
void write(const PersonExtract&, office::BlockSink&);
std::string json_of(const PersonExtract&);

enum class ExtractFormat { html, json, docx, odt };
/// By "html", "json", "docx" or "odt".
std::optional<ExtractFormat> extract_format_named(std::string_view extension);
std::string_view content_type_of(ExtractFormat);
/// The file's bytes. HTML is a page of its own, which asks for nothing from anywhere.
std::string bytes_of(const PersonExtract&, ExtractFormat);

}  // namespace medskapa::web::law

namespace medskapa {
template <>
inline constexpr auto names_of<web::law::ExtractFormat> = names<web::law::ExtractFormat>({
    {web::law::ExtractFormat::html, "html", N_("Web page (HTML)")},
    {web::law::ExtractFormat::json, "json", N_("For programs (JSON)")},
    {web::law::ExtractFormat::docx, "docx", N_("Word (DOCX)")},
    {web::law::ExtractFormat::odt, "odt", N_("LibreOffice (ODT)")},
});
}  // namespace medskapa
