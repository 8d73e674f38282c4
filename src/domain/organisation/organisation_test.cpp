#include "domain/organisation/organisation.hpp"

#include <doctest/doctest.h>
#include "domain/field.hpp"

using namespace medskapa;

namespace {

Result<Organisation> with(Organisation organisation) {
    if (organisation.name.empty()) organisation.name = "Byalaget";
    return checked(std::move(organisation));
}

}  // namespace

TEST_CASE("an organisation number is kept in one form, however it is typed") {
    for (const auto* typed : {"556677-8899", "5566778899", " 556677 8899 ", "16556677-8899"}) {
        CAPTURE(typed);
        CHECK(organisation_number(typed) == "556677-8899");
    }
}

TEST_CASE("what is no organisation number is refused with what to do") {
    for (const auto* typed :
        {"", "-", "556677-889", "556677-88990", "18556677-8899", "55667788AB", "٥٥٦٦٧٧٨٨٩٩"}) {
        CAPTURE(typed);
        CHECK_FALSE(organisation_number(typed));
    }
    CHECK_FALSE(organisation_number("556677-8898"));  // the last digit
}

TEST_CASE("a personal identity number is never kept, however well it is formed") {
    // 811218-9876 is a well-formed one that nobody has; the third digit of a person's is 0 or 1.
    for (const auto* typed : {"811218-9876", "19811218-9876", "8112189876", "800101-0000"}) {
        CAPTURE(typed);
        const auto number = organisation_number(typed);
        REQUIRE_FALSE(number);
        CHECK(number.error().complaints.front().place == Field::organisation_number);
    }
    CHECK_FALSE(with({.number = "811218-9876"}));
}

TEST_CASE("all that is wrong with an organisation is said at once") {
    Organisation wrong;
    wrong.name = " \n ";
    wrong.number = "1";
    wrong.registrar = "a@b.se, c@d.se";
    wrong.domain = "två ord";
    wrong.line_of_work = std::string(121, 'a');

    const auto refused = checked(wrong);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().complaints.size() == 5);
}

TEST_CASE("names are compared without case and blanks, and a domain is read from what people paste") {
    CHECK(folded_organisation("  ÖSTERBY \n Byalag ") == "österby byalag");
    CHECK(with({.domain = "https://www.Exempel.se/om"})->domain == "exempel.se");
    CHECK(with({.domain = "@exempel.se"})->domain == "exempel.se");
    CHECK_FALSE(with({.domain = "exempel"}));
    CHECK(with({.registrar = " Registrator@Exempel.se "})->registrar == "Registrator@exempel.se");
}
