#pragma once

#include "domain/decision/decision.hpp"
#include "domain/decision/sami_consultation.hpp"
#include "store/sql/version.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// Gives it the process' next number. Returns it with number and id.
Decision add(sql::Transaction&, Decision);
/// The day of its notice, and what is corrected in it.
void change(sql::Transaction&, const Decision&);

/// The oldest first.
std::vector<Decision> decisions_of(sql::Connection&, Id<Process>);
std::optional<Decision> decision_numbered(sql::Connection&, Id<Process>, int number);
/// The decision that adopted this version, or the first later one of its document.
std::optional<Decision> decision_since(sql::Connection&, const Version&);
std::optional<Decision> decision_on(sql::Connection&, Id<Version>);

/// Gives it the process' next number.
SamiConsultation add(sql::Transaction&, SamiConsultation);
void change(sql::Transaction&, const SamiConsultation&);
void add(sql::Transaction&, const SamiConsultation&, const SamiConsultation::Event&);

std::vector<SamiConsultation> sami_consultations_of(sql::Connection&, Id<Process>);
std::optional<SamiConsultation> sami_consultation_numbered(sql::Connection&, Id<Process>, int number);

/// Whether and when a page shows that the decision was announced, for who then says so.
sql::RowVersion version_of_notice(const Decision&);

}  // namespace medskapa::store
