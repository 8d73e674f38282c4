#include "domain/correction/correction.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using Aspect = Correction::Aspect;

namespace {

const Readings decision{{Aspect::decided_on, "2027-03-01"}, {Aspect::case_number, "RS/1/2027"}};

std::vector<Field> places_of(const Result<std::vector<Correction>>& refused) {
    std::vector<Field> places;
    for (const auto& one : refused.error().complaints) places.push_back(*one.place.field);
    return places;
}

}  // namespace

TEST_CASE("what is right stands next to what stood, for what was wrong alone") {
    const auto made = composed_corrections(
        decision, {{{Aspect::decided_on, "2027-03-02"}, {Aspect::case_number, "RS/1/2027"}},
                      " Fel dag \n i protokollet "});

    REQUIRE(made);
    REQUIRE(made->size() == 1);
    CHECK(made->front().aspect == Aspect::decided_on);
    CHECK(made->front().was == "2027-03-01");
    CHECK(made->front().right == "2027-03-02");
    CHECK(made->front().reason == "Fel dag i protokollet");
    CHECK(made->front().has_readings());
}

TEST_CASE("a correction that changes nothing, and one without why, are refused together") {
    CHECK(places_of(composed_corrections(decision, {{{Aspect::case_number, "RS/1/2027"}}, " "})) ==
          std::vector{Field::change_reason, Field::change_reason});
    CHECK(places_of(composed_corrections(decision, {{{Aspect::role, "Ordförande"}}, "Fel"}, Field::answer)) ==
          std::vector{Field::answer});
}

TEST_CASE("what held something of a person is corrected without being shown again") {
    const auto made =
        composed_corrections(decision, {{{Aspect::case_number, "RS/2/2027"}}, "Ett namn stod där", true});

    REQUIRE(made);
    CHECK(made->front().was.empty());
    CHECK(made->front().right == "RS/2/2027");
    CHECK(made->front().has_readings());
}

TEST_CASE("a name in two languages is two readings") {
    const Readings step{{Aspect::name, "Remiss", "sv"}, {Aspect::name, "Consultation", "en"}};

    const auto made = composed_corrections(step, {{{Aspect::name, "Referral", "en"}}, "Fel ord"});

    REQUIRE(made);
    REQUIRE(made->size() == 1);
    CHECK(made->front().place == "en");
    CHECK(text_of(step, Aspect::name, "sv") == "Remiss");
}
