#include "engine/openlog/signing/policy.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::openlog;

void try_input(std::string_view bytes) {
    const auto policy = read_policy(bytes);
    if (!policy) return;
    (void)policy->is_satisfied_by({});
    const auto again = read_policy(text_of(*policy));
    if (!again || text_of(*again) != text_of(*policy)) __builtin_trap();
}
