#pragma once

#include "domain/field.hpp"
#include "domain/site/process.hpp"

#include <string>
#include <vector>

namespace medskapa {

/// That something everybody could read was wrong, and what is right. What stood stays to be read next to it.
struct Correction {
    enum class Kind { decision, version, party, seat, step, answer };
    /// What of the thing.
    enum class Aspect {
        decided_on,
        body,
        paragraph,
        case_number,
        text,
        noticed_on,
        words,
        name,
        kind,
        role,
        organisation,
        starts,
        ends,
        precision,
        outcome,
        answer,
        dissent
    };

    Id<Correction> id = {};
    Id<Process> process = {};
    int number = 0;  // in the process: "R-3"
    Kind kind = Kind::decision;
    std::int64_t thing = 0;   // its row
    std::string object = {};  // the thing's public name, as in the log: "decision/2"
    std::string place = {};   // of words: the paragraph's code; of a name in several languages: which
    Aspect aspect = Aspect::text;
    std::string was = {};      // what stood; empty where it is withheld or was never kept
    std::string right = {};    // what is right; empty also where a later one withholds it
    bool is_withheld = false;  // what stood is not shown: it held something of a person
    std::string reason = {};   // why
    std::string role = {};     // of who corrected
    Instant made_at = {};

    /// Whether both readings can be shown.
    bool has_readings() const { return is_withheld || was != right; }
};
template <>
inline constexpr auto names_of<Correction::Kind> = names<Correction::Kind>({
    {Correction::Kind::decision, "decision", NC_("correction", "Decision")},
    {Correction::Kind::version, "version", NC_("correction", "Version of a text")},
    {Correction::Kind::party, "party", NC_("correction", "Consulted party")},
    {Correction::Kind::seat, "seat", NC_("correction", "Seat")},
    {Correction::Kind::step, "step", NC_("correction", "Step of the process")},
    {Correction::Kind::answer, "answer", NC_("correction", "Answer")},
});
template <>
inline constexpr auto names_of<Correction::Aspect> = names<Correction::Aspect>({
    {Correction::Aspect::decided_on, "decided_on", N_("Decided on")},
    {Correction::Aspect::body, "body", N_("Decided by")},
    {Correction::Aspect::paragraph, "paragraph", N_("Paragraph")},
    {Correction::Aspect::case_number, "case_number", N_("Case number")},
    {Correction::Aspect::text, "text", N_("What was decided")},
    {Correction::Aspect::noticed_on, "noticed_on", N_("On the notice board")},
    {Correction::Aspect::words, "words", N_("Text")},
    {Correction::Aspect::name, "name", N_("Name")},
    {Correction::Aspect::kind, "kind", N_("Type")},
    {Correction::Aspect::role, "role", N_("Role")},
    {Correction::Aspect::organisation, "organisation", N_("Organisation")},
    {Correction::Aspect::starts, "starts", N_("First day")},
    {Correction::Aspect::ends, "ends", N_("Last day")},
    {Correction::Aspect::precision, "precision", N_("How exactly is the date shown?")},
    {Correction::Aspect::outcome, "outcome", N_("Outcome")},
    {Correction::Aspect::answer, "answer", N_("The answer")},
    {Correction::Aspect::dissent, "dissent", N_("Dissent")},
});

/// "R-3"
std::string reference(const Correction&);

/// What one aspect of a thing says. A day is written 2027-03-01, a kind by its word in the open data.
struct Reading {
    Correction::Aspect aspect = Correction::Aspect::text;
    std::string text = {};
    std::string place = {};

    bool operator==(const Reading&) const = default;
};
using Readings = std::vector<Reading>;

/// What it says; empty where there is no such reading.
std::string text_of(const Readings&, Correction::Aspect, const std::string& place = {});

/// What somebody found to be right, and why what stood was not.
struct Correcting {
    Readings right = {};
    std::string reason = {};
    bool withholds = false;  // what stood held something of a person and is not to be shown
};

/// A correction of each reading that is another than what stands, with both. Says all that is wrong at once:
/// no reason, and, at `unchanged`, that nothing is changed.
Result<std::vector<Correction>> composed_corrections(
    const Readings& standing, const Correcting&, Field unchanged = Field::change_reason);

}  // namespace medskapa
