#pragma once

#include "web/frame/visit.hpp"

/// The sign-in services of somebody who is signed in, on the page of their account.
namespace medskapa::web::staff {

/// Which of them are tied to the account, and the way to change that; nothing where there are none.
Html services_in_brief(const Visit&);
/// The buttons on the page to sign in on; nothing where there are none.
Html provider_door(const Visit&);

/// Stands in the address that begins to tie: only a page of this session leads there.
std::string proof_of_tying(const Visit&, std::string_view provider);
bool is_proof_of_tying(const Visit&, std::string_view provider, std::string_view typed);

}  // namespace medskapa::web::staff
