#pragma once

#include "app/act/act.hpp"
#include "domain/document/document.hpp"
#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Begins a document with this text as its first draft.
Result<Document> open_document(Permitted<Action::edit_text>, Document, const Lines&);

/// Freezes the draft as a version that is readable for ever, and begins the next draft with the same words.
/// As a proposal only when nothing lacks an answer, or what does is waived; as adopted only a first version,
/// for a text that was in force before: later ones become adopted by a decision. Refuses a text with a
/// picture that has no alternative text, or that is not kept (see faults_of_pictures).
Result<Version> freeze(
    Permitted<Action::freeze_text>, const Document&, Version::Kind, const std::string& title);

/// Says that an issue's answer led to this change; from both it is seen.
Result<Change> link_answer(Permitted<Action::handle_issues>, Id<Issue>, int change_number);

/// Where everybody can fetch the bytes of a frozen version.
std::string address_of(const Process&, const Document&, const Version&);

}  // namespace medskapa::app
