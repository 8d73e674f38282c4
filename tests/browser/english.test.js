import {strict as assert} from 'node:assert'
import {journey} from './support/journey.js'
import {follow, heading, press, sees} from './support/sv.js'

// Words that no English page of ours has, but for what people themselves wrote in Swedish.
const swedish = /\b(och|att|inte|är|till|Skriv|Läs)\b/

journey('English pages stay English from the start to the receipt, and lead back to Swedish', async ({citizen}) => {
  const page = await citizen()
  await page.goto('/')
  await follow(page, 'English')
  await follow(page, 'Review of the strategy 2026–2027')
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  for (const name of ['Calendar', 'Organisation', 'About', 'Start', 'Take part']) {
    await follow(page, name)
    assert.equal(await page.locator('html').getAttribute('lang'), 'en', `${name} is in English`)
    assert.doesNotMatch(await heading(page).innerText(), swedish)
    assert.doesNotMatch(await page.locator('nav').first().innerText(), swedish)
  }

  await follow(page, 'Send a comment on the review')
  await follow(page, 'Send a comment')
  await press(page, 'Send the comment')
  await sees(page, 'Write your comment. A sentence is enough')
  await page.getByLabel('Your comment').fill('The ski trails are the best we have.')
  await press(page, 'Send the comment')
  await sees(page, 'Thank you, your comment is received')
  await follow(page, 'Svenska')
  await sees(page, 'Tack, vi har tagit emot ditt inspel')
})
