#include "support/pages.hpp"

#include "base/archive/zip.hpp"
#include "engine/office/read.hpp"
#include "store/inspel/amendment_store.hpp"
#include "support/office_files.hpp"
#include "support/text_site.hpp"

using namespace example;
using web::http::Method;

namespace {

int propose(const Text& at, const std::string& words) {
    const auto number = store::next_number(*at.site.database.db, at.site.world.revision.id);
    auto form =
        fields_in(at.site.get(process + "/inspel/nytt", "", {{"galler", "RUS-p1"}, {"forslag", "ja"}}).body);
    for (auto& [name, value] : form) {
        if (name == "forslag") value = words;
        if (name == "text") value = "Det blir tydligare.";
    }
    REQUIRE(at.site.post(process + "/inspel", "", form).status == 303);
    REQUIRE(at.post("/inspel/" + std::to_string(number) + "/publicering", {}).status == 303);
    return number;
}

/// Presses the button that takes the proposal of that inspel in.
web::Response accept(const Text& at, int number) {
    const auto proposal = store::amendments_about(*at.site.database.db,
        store::node_named(*at.site.database.db, at.site.world.revision.id, "RUS-p1")->node.id);
    for (const auto& one : proposal)
        if (one.number == number)
            return at.post("/texter/RUS/RUS-p1",
                {{"gor", "spara"}, {"sett", std::to_string(one.amendment.instead_of.value)},
                    {"text", one.amendment.text}, {"synpunkter", "I-" + std::to_string(number)}});
    return {};
}

}  // namespace

TEST_CASE("anybody proposes other words, everybody sees the difference, and taking it in links the change") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto first = propose(at, "Efter lugn och ro");
        CHECK(contains(
            at.read("/inspel/" + std::to_string(first)), "<ins><span class=\"vh\">Tillagt: </span> och ro"));
        CHECK(contains(at.read("/stycke/RUS-p1"), "Inte infört ännu"));
        CHECK(accept(at, first).status == 303);
        REQUIRE(
            at.post("/texter/RUS/frysning", {{"slag", "referral"}, {"titel", "Ny"}, {"ord", "lås"}}).status ==
            303);
        CHECK(contains(at.read("/stycke/RUS-p1"), "Infört: orden finns i version 3"));
        CHECK(contains(at.read("/andringar/2"), process + "/inspel/" + std::to_string(first)));
    });
}

TEST_CASE(
    "two proposals that do not meet are both taken in, in either order; two that do are shown side by side") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        const auto first = propose(at, "Strax efter lugn");
        const auto second = propose(at, "Efter lugn, alltid");
        const auto third = propose(at, "Före lugn");
        CHECK(accept(at, second).status == 303);
        CHECK(accept(at, first).status == 303);
        CHECK(contains(at.site.get(desk + "/texter/RUS", at.session), "Strax efter lugn, alltid"));
        const auto collision = accept(at, third);
        CHECK(collision.status == 409);
        CHECK(contains(collision, "Din text har"));
    });
}

TEST_CASE("a proposal of the same words, or instead of words that nobody has read, is refused") {
    on_each_database([](TestDatabase& database) {
        const Text at{database};
        REQUIRE(at.post("/texter/RUS/RUS-p1",
                      {{"gor", "spara"}, {"sett", at.seen("RUS-p1")}, {"text", "Hemligt än."}, {"skal", "x"}})
                    .status == 303);
        auto form = fields_in(
            at.site.get(process + "/inspel/nytt", "", {{"galler", "RUS-p1"}, {"forslag", "ja"}}).body);
        for (auto& [name, value] : form)
            if (name == "text") value = "Skäl.";
        CHECK(at.site.post(process + "/inspel", "", form).status == 422);  // the words that stand there
        for (auto& [name, value] : form) {
            if (name == "forslag") value = "Annat.";
            if (name == "i-stallet-for") value = at.seen("RUS-p1");  // the draft's own revision
        }
        const auto refused = at.site.post(process + "/inspel", "", form);
        CHECK(refused.status == 422);
        CHECK_FALSE(contains(refused, "Hemligt"));
    });
}
