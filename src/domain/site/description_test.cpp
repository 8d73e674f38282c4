#include "domain/site/description.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace medskapa;

namespace {

Day day(const char* iso) {
    return *time::read_day(iso);
}

SiteDescription with(std::string SiteDescription::*line, const std::string& typed) {
    SiteDescription description;
    description.*line = typed;
    return description;
}

}  // namespace

TEST_CASE("an empty description lacks every setting, each once, and a filled one none") {
    SiteDescription description;
    CHECK(missing_settings(description).size() == std::size(site_settings) + 2);
    for (const auto& setting : site_settings) {
        if (setting.line)
            description.*setting.line = "x";
        else
            description.*setting.words = {"x", ""};
    }
    CHECK(missing_settings(description).size() == 2);
    description.compliance = SiteDescription::Compliance::none;
    description.examined_on = day("2026-05-14");
    CHECK(missing_settings(description).empty());
}

TEST_CASE("every setting has a name of its own, and one member") {
    std::set<std::string_view> names;
    for (const auto& setting : site_settings) {
        CAPTURE(setting.name);
        CHECK(names.insert(setting.name).second);
        CHECK((setting.line != nullptr) != (setting.words != nullptr));
    }
}

TEST_CASE("an address that nobody can write to is refused by its own field, and an empty one is not") {
    for (const auto* typed : {"rus", "@example.org", "rus@", "a b@example.org", "<rus@example.org>"}) {
        CAPTURE(typed);
        const auto refused = checked(with(&SiteDescription::email, typed));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().complaints.front().place == Place{"epost"});
    }
    CHECK(checked(with(&SiteDescription::email, "")));
    CHECK(checked(with(&SiteDescription::email, " rus@example.org\n"))->email == "rus@example.org");
    CHECK_FALSE(checked(with(&SiteDescription::security_contact, "http://example.org")));
    CHECK_FALSE(checked(with(&SiteDescription::security_contact, "https://example.org/ x")));
    CHECK(checked(with(&SiteDescription::security_contact, "https://example.org/fel")));
}

TEST_CASE("a postal address keeps its lines, and a line is one line") {
    CHECK(checked(with(&SiteDescription::postal_address, " A\n\nB \n"))->postal_address.find('\n') !=
          std::string::npos);
    CHECK(checked(with(&SiteDescription::owner, "Region\nX"))->owner == "Region X");
    CHECK_FALSE(checked(with(&SiteDescription::owner, std::string(201, 'x'))));
    CHECK(checked(with(&SiteDescription::owner, std::string(200, 'x'))));
}

TEST_CASE("an examination is old the day after twelve months, also when that day is not in the calendar") {
    SiteDescription description;
    CHECK(description.is_examined_too_long_ago(day("2026-05-14")));
    description.examined_on = day("2025-05-14");
    CHECK_FALSE(description.is_examined_too_long_ago(day("2026-05-14")));
    CHECK(description.is_examined_too_long_ago(day("2026-05-15")));
    description.examined_on = day("2027-02-28");
    CHECK_FALSE(description.is_examined_too_long_ago(day("2028-02-29")));
}

TEST_CASE("a description is old thirty days before security.txt is, and never before it is written") {
    SiteDescription description;
    const Instant now = std::chrono::sys_days{std::chrono::year{2027} / 5 / 14};
    CHECK_FALSE(description.is_old(now));
    description.id = {1};
    description.written_at = now - std::chrono::days{334};
    CHECK_FALSE(description.is_old(now));
    description.written_at = now - std::chrono::days{335};
    CHECK(description.is_old(now));
}

TEST_CASE("a report needs words, and not too many") {
    LackReport report;
    CHECK_FALSE(checked(report));
    report.text = " \n ";
    CHECK_FALSE(checked(report));
    report.text = std::string(5'001, 'x');
    CHECK_FALSE(checked(report));
    report.text = "Knappen läses inte upp.";
    CHECK(checked(report));
    report.contact = std::string(201, 'x');
    CHECK_FALSE(checked(report));
}
