#pragma once

#include "base/names.hpp"
#include "base/result.hpp"

namespace medskapa {

/// How, why and by which decision the content of an inspel is taken away. All of it is said in the open log.
struct Erasure {
    enum class Level {
        unpublished,  // the public copy goes; the original is kept, as the law on archives asks
        destroyed,    // the original goes too, with the salts of the log's commitments
    };
    enum class Ground { retention, data_protection, secrecy, mistake };

    Level level = Level::unpublished;
    Ground ground = Ground::retention;
    std::string decision;  // its number in the register: "RUN/413/2020"
};
template <>
inline constexpr auto names_of<Erasure::Level> = names<Erasure::Level>({
    {Erasure::Level::unpublished, "unpublished", N_("The public copy")},
    {Erasure::Level::destroyed, "destroyed", N_("Everything")},
});
template <>
inline constexpr auto names_of<Erasure::Ground> = names<Erasure::Ground>({
    {Erasure::Ground::retention, "retention", N_("Retention decision")},
    {Erasure::Ground::data_protection, "data_protection", N_("Right to erasure (GDPR, article 17)")},
    {Erasure::Ground::secrecy, "secrecy", N_("Secrecy")},
    {Erasure::Ground::mistake, "mistake", N_("Published by mistake")},
});

/// Refuses an unknown level or ground, and a decision's number of other characters than a register has: the
/// log is open for ever, so nothing but the number may be written there.
Result<Erasure> compose_erasure(std::string_view level, std::string_view ground, const std::string& decision);

}  // namespace medskapa
