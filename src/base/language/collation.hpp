#pragma once

#include "base/language/language.hpp"

#include <memory>
#include <string_view>

struct UCollator;

namespace medskapa {

/// The order in which a language's readers look for names: by ICU's rules for the language, or by its
/// alphabet where ICU has none. Capitals and small letters stand together.
class Collation {
public:
    /// Throws std::runtime_error when ICU has not what it needs.
    explicit Collation(Language);

    bool is_before(std::string_view utf8, std::string_view other) const;

private:
    struct Close {
        void operator()(UCollator*) const;
    };
    std::unique_ptr<UCollator, Close> collator_;
};

/// For a language of the list. Made once; may be asked by several threads at a time.
const Collation& collation_of(Language);

}  // namespace medskapa
