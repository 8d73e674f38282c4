#include "domain/inspel.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

std::vector<std::string> wrong_fields(std::string_view reason, const std::string& note) {
    const auto declined = decline(Inspel{}, reason, note, Instant{});
    std::vector<std::string> fields;
    if (!declined)
        for (const auto& complaint : declined.error().complaints) fields.push_back(complaint.field);
    return fields;
}

}  // namespace

TEST_CASE("who declines without a reason and without a word to the sender hears of both at once") {
    CHECK(wrong_fields("", " ") == std::vector<std::string>{"grund", "skal"});
    CHECK(wrong_fields("dislike", "Skriv om bussen.") == std::vector<std::string>{"grund"});
    CHECK(wrong_fields("off_topic", "") == std::vector<std::string>{"skal"});
    CHECK(wrong_fields("off_topic", "Skriv om bussen.").empty());
}

TEST_CASE("only what waits for review can be declined") {
    Inspel published;
    published.state = Inspel::State::published;

    const auto declined = decline(published, "off_topic", "Skriv om bussen.", Instant{});

    REQUIRE_FALSE(declined);
    CHECK(declined.error().kind == Failure::Kind::conflict);
}

TEST_CASE("an issue that nobody named is named by its quote, and knows it") {
    Inspel inspel;
    inspel.shown_text = "Bussen går för tidigt.";
    const std::string quote = "Bussen går för tidigt.";

    CHECK_FALSE(has_own_title(split_off(inspel, {quote, "", "", "", {}}, {}, 1).value()));
    CHECK(has_own_title(split_off(inspel, {quote, "Tidtabellen", "", "", {}}, {}, 1).value()));
}
