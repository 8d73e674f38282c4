#pragma once

#include "app/act/act.hpp"
#include "domain/correction/correction.hpp"
#include "domain/decision/decision.hpp"
#include "domain/referral/referral.hpp"

/// What was wrong and everybody could read is put right: what stood stays to be read next to it, with when,
/// why and in what role. A correction is not taken back; what is wrong in it is corrected by another. Each
/// refuses what is no correction, and readings that the thing's own rules refuse. One that withholds and
/// changes nothing withholds what corrections before it said of the thing.
namespace medskapa::app {

using Corrections = std::vector<Correction>;

/// Its days, its body, the minutes' paragraph, its case number and its words. The text that was decided on
/// and its digest stand.
Result<Corrections> correct_decision(Permitted<Action::decide>, int number, const Correcting&, Day today);
/// What it is called and what kind it is, in the register of organisations too. Refuses the name of another
/// party of the same referral.
Result<Corrections> correct_party(Permitted<Action::run_referral>, Id<Party>, const Correcting&);
Result<Corrections> correct_seat(Permitted<Action::edit_site>, const Body&, Id<Seat>, const Correcting&);
/// Its name and its days, where they were wrong. Days that are moved are changed: see change_step().
Result<Corrections> correct_step(Permitted<Action::edit_site>, Id<Step>, const Correcting&);

/// What became of a printing error in the draft of the next version.
enum class InDraft { corrected, was_right, not_there, by_hand };
struct CorrectedPrint {
    Correction correction;
    InDraft in_draft = InDraft::corrected;
};
/// The words of a frozen version never change: the correction stands next to them, with what the paragraph
/// was to say. The draft of the next version gets the right words, where its own do not collide with them.
Result<CorrectedPrint> correct_print(
    Permitted<Action::freeze_text>, Id<Version>, const std::string& paragraph, const Correcting&);

}  // namespace medskapa::app
