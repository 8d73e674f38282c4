#pragma once

#include "domain/inspel/kinds.hpp"
#include "domain/site/process.hpp"

namespace medskapa {

/// The rules for what people write, in the region's own words: one for each reason by which something is not
/// shown. Where the region has written nothing, the site says its own sentence.
struct Conduct {
    Id<Conduct> id;
    Localized introduction;
    Localized insult;
    Localized personal_data;
    Localized off_topic;
    Localized duplicate;
    Localized unlawful;
    Localized spam;
    Instant written_at;
};

/// One rule: the reason that breaks it, and what the site says until the region has its own words. Form,
/// page, statement of reasons and numbers follow from the order here.
struct ConductRule {
    DeclineReason reason;
    std::string_view name;  // in the form
    Localized Conduct::*own;
    const char* standard;
    const char* ground;  // what the rule rests on
};
inline constexpr ConductRule conduct_rules[]{
    {DeclineReason::off_topic, "amnet", &Conduct::off_topic,
        N_("Write about the strategy. What is about something else is not shown here, but we say where it "
           "belongs."),
        N_("The region's own rules")},
    {DeclineReason::personal_data, "andra", &Conduct::personal_data,
        N_("Do not tell of other people's private lives: names, addresses, health, family."),
        N_("GDPR, article 6")},
    {DeclineReason::insult, "krankning", &Conduct::insult,
        N_("Do not threaten or insult anybody. Criticise what is done, not who somebody is."),
        N_("The region's own rules, and the Criminal Code, chapters 4 and 5")},
    {DeclineReason::unlawful, "lag", &Conduct::unlawful,
        N_("Follow the law: no agitation against a group, no unlawful threats, nothing that is somebody "
           "else's work."),
        N_("The act on responsibility for electronic bulletin boards (1998:112), section 5")},
    {DeclineReason::spam, "reklam", &Conduct::spam,
        N_("Do not advertise, and do not send the same text again and again."), N_("The region's own rules")},
    {DeclineReason::duplicate, "dubblett", &Conduct::duplicate,
        N_("Send an inspel once. We count a thought that many have had, and need not get it twice from the "
           "same person."),
        N_("The region's own rules")},
};

/// The rule's number, from 1, in the order of the page.
int number_of_rule(DeclineReason);
const ConductRule& rule_of(DeclineReason);

/// Refuses texts that are too long, all at once.
Result<Conduct> checked(Conduct);

}  // namespace medskapa
