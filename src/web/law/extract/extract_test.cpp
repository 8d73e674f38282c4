#include "web/law/extract/extract.hpp"

#include "domain/inspel/kinds.hpp"
#include "domain/referral/referral.hpp"
#include "store/privacy/person_tables.hpp"
#include "support/example.hpp"
#include "support/markup.hpp"
#include "support/pages.hpp"
#include "web/law/extract/column_words.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

using namespace example;
using namespace medskapa::web::law;

namespace {

/// A file that stands by itself holds its own look, and nothing else that our pages may not.
constexpr auto its_own_style = "style; ";

/// Two rows: one's own inspel, and words of somebody else.
PersonExtract extract_of(const std::string& text) {
    store::PersonRow own{"inspel", {1}, store::PersonRef::Share::own, {}};
    own.values = {{"number", sql::Kind::number, std::int64_t{12}, false, false, {}},
        {"text", sql::Kind::text, text, true, false, {}},
        {"organisation", sql::Kind::text, text, true, false, {}},
        {"received_at", sql::Kind::time, sql::bind(noon), false, false, {}}};
    store::PersonRow secret{"passphrase", {}, store::PersonRef::Share::own, {}};
    secret.values = {{"hash", sql::Kind::text, nullptr, true, true, {}}};
    store::PersonRow mention{"addition", {1}, store::PersonRef::Share::mention, {}};
    mention.values = {{"text", sql::Kind::text, nullptr, true, false, {"…" + text + "…"}}};
    auto process = revision_draft();
    process.id = {1};
    auto other = revision_draft("annan");
    other.id = {2};
    other.name = {"Den andra", "The other"};
    SiteDescription site;
    site.owner = "Region Tjärnlandet";
    return {web::words_of(language_with_tag("sv")), stockholm, site, "RS/413/2026", noon,
        {{own, secret, mention}, 0}, {process, other}, {false, {{1}}}};
}

bool says(const std::string& text, std::string_view words) {
    return text.find(words) != text.npos;
}

}  // namespace

TEST_CASE("every table and column that an extract can show is called by words of people") {
    for (const auto& table : store::person_tables()) {
        CAPTURE(table.name);
        CHECK(words_of_table(table.name) != nullptr);
        for (const auto& mark : store::marks_of_table(table.name).columns) {
            const auto& context = table.context;
            const bool is_shown = sql::is_of_a_person(mark.privacy) ||
                                  std::find(context.begin(), context.end(), mark.name) != context.end();
            CAPTURE(mark.name);
            if (is_shown) CHECK(words_of_column(mark.name) != nullptr);
        }
    }
}

TEST_CASE("the page says of each thing why it is kept, how long and who sees it, and when it came") {
    const auto page = bytes_of(extract_of("Fler bussar"), ExtractFormat::html);
    for (const auto* words :
        {"Registerutdrag", "Region Tjärnlandet", "RS/413/2026", "Inspel 12, Strategi 2050", "Fler bussar",
            "14 maj 2026", "Organisationen som du företräder", "Varför", "Hur länge", "Vem som ser uppgiften",
            "någon annan skrivit", "dataskyddsförordningen, artikel 6.1 e", "visas inte här", "Den andra"}) {
        CAPTURE(words);
        CHECK(says(page, words));
    }
    CHECK_FALSE(says(page, "http"));  // asks for nothing from anywhere
}

TEST_CASE("a choice is shown by its words, and what is no choice as it stands") {
    const auto& words = web::words_of(language_with_tag("sv"));
    const auto shown_as = [&](std::string_view table, std::string_view column, const std::string& text) {
        return shown_value(words, stockholm, table, {column, sql::Kind::text, text, false, false, {}});
    };
    CHECK(shown_as("inspel", "decline_reason", "off_topic") == web::shown(DeclineReason::off_topic, words));
    CHECK(shown_as("party", "kind", "civil_society") == web::shown(Party::Kind::civil_society, words));
    CHECK(shown_as("referral_answer", "position", "avstyrker") == web::shown(Position::rejects, words));
    CHECK(shown_as("content_report", "rule", "other") == "other");
    CHECK(shown_as("addition", "text", "off_topic") == "off_topic");
}

TEST_CASE("hostile words stay words in each form of the file") {
    for (const auto& text : markup::hostile_texts()) {
        CAPTURE(text);
        const auto extract = extract_of(text);
        CHECK(what_is_wrong_with(bytes_of(extract, ExtractFormat::html)) == its_own_style);
        const auto json = nlohmann::json::parse(json_of(extract));
        CHECK(json["things"][0]["rows"][0]["values"][0]["personal"].is_boolean());
        CHECK(bytes_of(extract, ExtractFormat::docx).starts_with("PK"));
        CHECK(bytes_of(extract, ExtractFormat::odt).starts_with("PK"));
    }
}

TEST_CASE("the file for programs has each column by its name, and nothing of what is kept back") {
    const auto json = nlohmann::json::parse(json_of(extract_of("Fler bussar")));
    std::set<std::string> columns;
    for (const auto& thing : json["things"])
        for (const auto& row : thing["rows"])
            for (const auto& value : row["values"]) {
                columns.insert(value["column"]);
                if (value.contains("kept_back")) CHECK_FALSE(value.contains("value"));
            }
    for (const auto* column :
        {"inspel.text", "inspel.organisation", "inspel.received_at", "passphrase.hash", "addition.text"})
        CHECK(columns.contains(column));
    const auto& values = json["things"][0]["rows"][0]["values"];
    const auto received = std::find_if(values.begin(), values.end(),
        [](const auto& value) { return value["column"] == "inspel.received_at"; });
    REQUIRE(received != values.end());
    CHECK((*received)["value"] == time::iso(noon));
    CHECK(json["processes_left_out"] == nlohmann::json::array({"annan"}));
    CHECK(json["things"].size() == 3);
}

TEST_CASE("that votes cannot be tied to anybody is not said to whoever gets theirs") {
    auto extract = extract_of("Fler bussar");
    CHECK(says(bytes_of(extract, ExtractFormat::html), "bara den webbläsare känner"));
    store::PersonRow votes{"participant", {1}, store::PersonRef::Share::own, {}};
    votes.values = {{"id", sql::Kind::number, std::int64_t{7}, true, false, {}}};
    extract.found.rows.push_back(votes);
    CHECK_FALSE(says(bytes_of(extract, ExtractFormat::html), "bara den webbläsare känner"));
}

TEST_CASE("whoever nothing is kept about is told so") {
    auto extract = extract_of("x");
    extract.found = {};
    CHECK(says(bytes_of(extract, ExtractFormat::html), "inte hittat några uppgifter om dig"));
}
