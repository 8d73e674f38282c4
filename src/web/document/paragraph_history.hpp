#pragma once

#include "store/document/trace_store.hpp"
#include "web/frame/visit.hpp"

#include <string>
#include <vector>

namespace medskapa::web::document {

constexpr int most_issues = 500;  // behind a paragraph or a change, on its page

/// The content under its title; nothing when there is none.
Html section(const std::string& title, const Html& content);

/// What led to the paragraph's words, and what has been said of them.
Html paragraph_history(
    const Visit&, const Document&, const Node&, const std::vector<store::Wording>& wordings);

}  // namespace medskapa::web::document
