#pragma once

#include "domain/site/process.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::app {

/// Something that shows how a requirement stands, as it is written in a judgement: A-17 (an analysis), D-4 (a
/// dataset), P-3 (a priority), E-1 (a panel), I-12 or I-12/2 (an inspel or its second issue), event-12 (a
/// meeting of the calendar), RUS-2.1-p1 (a paragraph), or an https address.
struct ShownEvidence {
    enum class Kind { run, dataset, priority, panel, inspel, event, paragraph, link };

    Kind kind = Kind::link;
    std::string reference = {};
    int number = 0;  // of a run, dataset, priority, panel, inspel or event
    int issue = 0;   // of an inspel; 0: the whole
};

/// Nothing for words that name nothing that is there.
std::optional<ShownEvidence> evidence_named(sql::Connection&, Id<Process>, std::string_view reference);

/// The references in a judgement's evidence, a line each, without blank ones.
std::vector<std::string> references_in(std::string_view evidence);

/// A complaint for each reference that names nothing that is there.
std::vector<Complaint> unknown_evidence(sql::Connection&, Id<Process>, std::string_view evidence);

}  // namespace medskapa::app
