#pragma once

#include "domain/inspel/cover.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

/// Splitting an inspel into issues.
namespace medskapa::web::issue::desk {

/// The form for the next issue: the sentences that no issue quotes yet, each with a box, or any words that
/// are marked in the text; the whole inspel with one key, and the rest as none with one.
Html split_view(const Visit&, const Inspel&, const std::vector<Issue>&, const ui::Complaints&);

/// What was sent with that form: the whole, the words that were marked, or the sentences that were ticked.
Result<IssueDraft> issue_draft(const Visit&, const Inspel&);

}  // namespace medskapa::web::issue::desk
