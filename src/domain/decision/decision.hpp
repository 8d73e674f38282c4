#pragma once

#include "domain/decision/completeness.hpp"
#include "domain/document/document.hpp"

namespace medskapa {

/// A body's decision to adopt one version of a document, as its minutes have it.
struct Decision {
    Id<Decision> id = {};
    Id<Process> process = {};
    int number = 0;  // in the process
    Id<Body> body = {};
    Id<Version> version = {};
    std::string digest = {};  // of the version, as it was when it was decided on
    Day decided_on = {};
    std::string paragraph = {};  // of the minutes: "§ 12"
    std::string diary_number = {};
    std::string text = {};     // the decision's own words, Markdown
    std::string dissent = {};  // reservations as they were handed in, Markdown; empty: there were none
    std::optional<Day> noticed_on = {};  // when the notice board said that the minutes are approved
    Id<Waiver> waiver = {};              // where something lacked an answer
    bool was_consulted = false;          // with Sámi representatives, or found not to need it
    Instant recorded_at = {};

    /// The last day on which an appeal for a review of its legality may come in: three weeks after the
    /// notice (Local Government Act 2017:725, chapter 13), or the next weekday where that is none.
    std::optional<Day> last_day_to_appeal() const;
};

/// Refuses a decision without the minutes' paragraph, a diary number or words, and days that cannot be.
Result<Decision> checked(Decision, Day today);
/// What a draft is frozen as, when that is the newest frozen version. A text becomes adopted by a decision,
/// so only a first version is frozen as adopted: of a text that is in force already.
Result<Version::Kind> may_freeze_as(Version::Kind, const std::optional<Version>& newest);
/// Only a proposal is decided on, and only once.
Result<Version> adopted(Version);

}  // namespace medskapa
