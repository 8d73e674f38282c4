#pragma once

#include "domain/site/check.hpp"

#include <nlohmann/json_fwd.hpp>

namespace medskapa::cli {

/// One line a check on stdout: "ok", "note" or "WRONG", and the sentence.
void print(const Checks&);
/// [{"name":…,"state":"ok|warn|fail","sentence":…}], in the language of the environment.
nlohmann::ordered_json as_json(const Checks&);

}  // namespace medskapa::cli
