#include "engine/openlog/signing/policy.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::openlog;

void try_input(std::string_view bytes) {
    if (const auto policy = read_policy(bytes)) (void)policy->is_satisfied_by({});
}
