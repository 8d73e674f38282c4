#pragma once

#include "domain/document/comparison.hpp"
#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/diff.hpp"

namespace medskapa::web::document {

std::string document_href(const Visit&, const Document&);
std::string version_href(const Visit&, const Document&, const Version&);
std::string paragraph_href(const Visit&, const Node&);
std::string change_href(const Visit&, const Change&);

/// The links back from a page about a document.
std::vector<ui::Link> crumbs_to(const Visit&, const Document&);

/// How many lines are changed, new, removed, moved and as before.
Html comparison_facts(const Comparison&, const Words&);

/// "Version 1, 16 mars 2020: Remissversion"
std::string version_name(const Version&, const Visit&);
/// The same with its title marked as the document's language.
Html version_view(const Version&, const Document&, const Visit&);
/// What became of a line between two texts.
std::string shown(const Difference&, const Words&);
/// "Ä-12"
std::string reference(const Change&);

/// "1.1 Vad strategin är, stycke 2": what a person calls a line.
std::string name_of(const Whereabouts&, const Words&);
/// The same by where the line stands in a version; its code where it does not stand there.
std::string name_in(const Visit&, const Version&, const Node&);

/// "taken out again: the words are not in version 3"; empty where all of it stands or nobody has checked.
std::string shown(const store::Judgement&, const Words&);
/// Each issue with its outcome, what became of its words where they are gone, and a link to it.
Html issues_list(const std::vector<store::CausingIssue>&, const Visit&);
Html origins_list(const std::vector<store::Origin>&, const Visit&);

}  // namespace medskapa::web::document
