#include "domain/plan/plan.hpp"

#include "domain/field.hpp"
#include "support/plans.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;

namespace {

using Kind = PlanLine::Kind;

const Day today = *time::read_day("2026-05-14");

Plan first_plan() {
    Plan plan;
    plan.edition = 1;
    plan.purpose = plan.open_to = Localized{"Ord"};
    return plan;
}

std::vector<Complaint> lacks(const Plan& plan, const std::vector<PlanLine>& lines) {
    return lacks_of(plan, lines, all_assessment_templates(), today);
}

PlanLine line_of(Kind kind) {
    PlanLine line;
    line.kind = kind;
    line.name = line.text = line.way = Localized{"Ord"};
    line.day = today;
    line.template_code = "barn";
    return line;
}

}  // namespace

TEST_CASE("a plan with purpose, decision, group and every assessment decided lacks nothing") {
    CHECK(lacks(first_plan(), example::lines_of_plan()).empty());
}

TEST_CASE("what a plan lacks is said, all at once") {
    CHECK(lacks(Plan{}, {}).size() == 9);
    for (std::size_t left_out = 0; left_out < example::lines_of_plan().size(); ++left_out) {
        auto lines = example::lines_of_plan();
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(left_out));
        CHECK(lacks(first_plan(), lines).size() == 1);
    }
    auto second = first_plan();
    second.edition = 2;
    CHECK(lacks(second, example::lines_of_plan()).size() == 1);
    second.changed = "En grupp till.";
    CHECK(lacks(second, example::lines_of_plan()).empty());
}

TEST_CASE("a template that is optional need not be spoken of, and can be") {
    auto lines = example::lines_of_plan();
    auto one = line_of(Kind::assessment);
    one.template_code = "samisk";
    lines.push_back(one);
    CHECK(lacks(first_plan(), lines).empty());
    CHECK(checked(one));
}

TEST_CASE("each kind of line needs what it is about") {
    for (const auto& name : names_of<Kind>) CHECK(checked(line_of(name.value)));
    const auto without = [](Kind kind, auto change) {
        auto line = line_of(kind);
        change(line);
        return checked(line).has_value();
    };
    const auto name = [](PlanLine& line) { line.name = {}; };
    const auto text = [](PlanLine& line) { line.text = Localized{" "}; };
    for (const auto kind : {Kind::decision, Kind::occasion, Kind::group, Kind::alternative})
        CHECK_FALSE(without(kind, name));
    for (const auto kind : {Kind::decision, Kind::group, Kind::alternative, Kind::assessment})
        CHECK_FALSE(without(kind, text));
    CHECK(without(Kind::occasion, text));
    CHECK_FALSE(without(Kind::group, [](PlanLine& line) { line.way = {}; }));
    CHECK_FALSE(without(Kind::occasion, [](PlanLine& line) { line.day.reset(); }));
    CHECK(without(Kind::decision, [](PlanLine& line) { line.day.reset(); }));
    CHECK_FALSE(without(Kind::assessment, [](PlanLine& line) { line.template_code = "rymden"; }));
}

TEST_CASE("a line keeps nothing that belongs to another kind") {
    const auto alternative = checked(line_of(Kind::alternative)).value();
    CHECK(alternative.way.empty());
    CHECK_FALSE(alternative.day);
    CHECK(alternative.template_code.empty());
    CHECK(checked(line_of(Kind::assessment))->name.empty());
}

TEST_CASE("a promise is made to a group, and by an assessment that is done") {
    CHECK(line_of(Kind::group).promises());
    CHECK_FALSE(line_of(Kind::decision).promises());
    auto assessment = line_of(Kind::assessment);
    CHECK_FALSE(assessment.promises());
    assessment.is_promised = true;
    CHECK(assessment.promises());
}

TEST_CASE("what came of a promise is said in words") {
    CHECK(checked(PromiseOutcome{{}, {}, 2, PromiseOutcome::Status::broken, "Ingen tolk."}));
    CHECK_FALSE(checked(PromiseOutcome{{}, {}, 2, PromiseOutcome::Status::kept, "\n"}));
    CHECK_FALSE(checked(PromiseOutcome{{}, {}, 2, PromiseOutcome::Status::kept, std::string(10'001, 'x')}));
}

TEST_CASE("an edition's text is the same for the same words alone") {
    const auto lines = example::lines_of_plan();
    const auto text = text_of(first_plan(), lines);
    CHECK(text == text_of(first_plan(), lines));
    auto other = first_plan();
    other.fixed = Localized{"Ord"};
    CHECK(text != text_of(other, lines));
    for (std::size_t k = 0; k < lines.size(); ++k) {
        auto changed = lines;
        changed[k].text = Localized{"Andra ord"};
        CHECK(text != text_of(first_plan(), changed));
    }
}
