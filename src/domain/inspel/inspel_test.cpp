#include "domain/inspel/inspel.hpp"

#include "domain/field.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

std::vector<Place> wrong_fields(std::string_view reason, const std::string& note) {
    const auto declined = decline(Inspel{}, reason, note, Instant{});
    std::vector<Place> fields;
    if (!declined)
        for (const auto& complaint : declined.error().complaints) fields.push_back(complaint.place);
    return fields;
}

}  // namespace

TEST_CASE("who declines without a reason and without a word to the sender hears of both at once") {
    CHECK(wrong_fields("", " ") == std::vector<Place>{Field::decline_reason, Field::reason});
    CHECK(wrong_fields("dislike", "Skriv om bussen.") == std::vector<Place>{Field::decline_reason});
    CHECK(wrong_fields("off_topic", "") == std::vector<Place>{Field::reason});
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

TEST_CASE("what was declined waits for review again, with nothing left of the decision") {
    Inspel received;
    const auto declined = decline(received, "off_topic", "Skriv om bussen.", Instant{}).value();

    const auto again = reopen(declined).value();

    CHECK(again.state == Inspel::State::received);
    CHECK_FALSE(again.decided_at);
    CHECK_FALSE(again.decline_reason);
    CHECK(again.decline_note.empty());
    CHECK(reopen(received).error().kind == Failure::Kind::conflict);
}

TEST_CASE("a change of a public answer has a reason of at most 1 000 characters, and changes something") {
    Answer before;
    before.text = "Nej.";
    auto after = before;
    after.text = "Ja.";
    const auto wrong = [&](const Answer& written, const std::string& reason) {
        const auto correction = compose_correction(before, written, {{}, reason});
        return correction ? Place{} : correction.error().complaints.front().place;
    };

    CHECK(wrong(after, "Nämnden ändrade sig") == Place{});
    CHECK(wrong(after, " \n ") == Field::change_reason);
    CHECK(wrong(after, std::string(1'000, 'a')) == Place{});
    CHECK(wrong(after, std::string(1'001, 'a')) == Field::change_reason);
    CHECK(wrong(before, "Nämnden ändrade sig") == Field::answer);
    after = before;
    after.outcome = Outcome::partly;
    CHECK(wrong(after, "Nämnden ändrade sig") == Place{});
}

TEST_CASE("quotes overlap when they share a letter, and not when one begins where the other ends") {
    const std::string text = "Bussen går för tidigt.";
    CHECK(overlap(text, "Bussen går", "går för"));
    CHECK(overlap(text, "går", "Bussen går för"));
    CHECK(overlap(text, text, text));
    CHECK_FALSE(overlap(text, "Bussen", " går"));
    CHECK_FALSE(overlap(text, "Bussen", "Tåget"));
}
