#pragma once

#include "domain/retention/retention.hpp"
#include "web/law/personal_columns.hpp"
#include "web/words/words.hpp"

#include <string>
#include <vector>

/// How long what is kept of people stays by the decisions in force, in words: the same on the page on
/// personal data, in an extract and on the desk.
namespace medskapa::web::law {

/// "24 months after the process was closed"
std::string time_of(const RetentionRule&, const Words&);
/// "decision RS 2026/123, 3 May 2026"
std::string decision_of(const RetentionRule&, const Words&);

/// A column that what goes stands in: "inspel_contact.contact".
std::string_view column_of(RetentionKind);

/// The decisions in force about what the thing holds, each as a sentence with its process where it has one.
std::vector<std::string> times_of(
    const PersonalThing&, const std::vector<RetentionRule>&, const std::vector<Process>&, const Words&);

}  // namespace medskapa::web::law
