// Every kind of page that there is, and the way to it. `path` alone: it is enough to go there.
import {
  answer, follow, freeze, inspel, openFrom, press, process, publish, sendInspel, sendReferral, split,
} from './sv.js'

const finished = '/processer/rus-2050'
const desk = `${process}/handlaggning`
const site = `${desk}/webbplats`

/// What the pages show: one inspel in each state that a page can be about.
export async function settle(reader, leader) {
  const {address: withdrawn} = await sendInspel(reader, {title: 'Återtaget'})
  await reader.locator('summary', {hasText: 'Ta tillbaka inspelet'}).click()
  await press(reader, 'Ta tillbaka inspelet')
  const titles = ['Granskas', 'Delas', 'Besvaras', 'Besvarat']
  const sent = {}
  for (const title of titles) sent[title] = await sendInspel(reader, {title})
  for (const title of titles.slice(1)) await publish(leader, title)
  for (const title of titles.slice(2)) {
    await openFrom(leader, 'dela', title)
    await split(leader, inspel.quote, 'on')
  }
  await answer(leader, 'Delvis tillgodosett', 'Turen senareläggs med en halvtimme.')
  await leader.goto(`${desk}/textblock`)
  await leader.getByLabel('Rubrik').fill('Tack')
  await leader.getByLabel('Text', {exact: true}).fill('Tack för ditt inspel.')
  await press(leader, 'Lägg till textblocket')
  await leader.goto(`${desk}/texter/RUS`)
  await freeze(leader, 'referral', 'Remissversion')
  const party = await sendReferral(leader, 'Remissversion')
  await reader.goto(party)
  await reader.getByLabel('Tillstyrker', {exact: true}).check()
  await reader.getByLabel('Om helheten').fill(inspel.text)
  await reader.getByLabel('Vem har skrivit svaret?').fill('Anna')
  await press(reader, 'Låt en andra person godkänna det först')
  const held = reader.url()
  const approval = (await reader.locator('.proof code, .proof').first().innerText()).replaceAll(/\s/g, '').match(/\/processer\S*godkannande\/[\w-]+/)[0]
  return {sent, withdrawn, party, held, approval}
}

const refusedInspel = async (page, change) => {
  await page.goto(`${process}/inspel/nytt`)
  await page.evaluate(change)
  await page.getByLabel('Ditt inspel').fill(inspel.text)
  await press(page, 'Skicka inspelet')
}

const publicPages = [
  {name: 'processerna', path: '/'},
  {name: 'start', path: process},
  {name: 'start-avslutad', path: finished},
  {name: 'om', path: `${finished}/om`},
  {name: 'mina-sidor', path: '/mina-sidor'},
  {name: 'steg', path: `${process}/steg/2`},
  {name: 'aktivitet', path: `${process}/aktiviteter/oversyn-inspel`},
  {name: 'aktivitet-stangd', path: `${process}/aktiviteter/oversyn-uppfoljning`},
  {name: 'pastaenden', path: `${process}/aktiviteter/oversyn-pastaenden/pastaenden`},
  {name: 'pastaenden-stangt', path: `${finished}/aktiviteter/pastaenden/pastaenden`},
  {name: 'resultat', path: `${process}/aktiviteter/oversyn-pastaenden/resultat`},
  {name: 'resultat-fryst', path: `${finished}/aktiviteter/pastaenden/resultat`},
  {name: 'granskning', path: `${finished}/aktiviteter/pastaenden/granskning`},
  {name: 'nyheter', path: `${process}/nyheter`},
  {name: 'kalender', path: `${process}/kalender`},
  {name: 'mote', path: `${finished}/kalender/1`},
  {name: 'organisation', path: `${finished}/organisation`},
  {name: 'inspel', path: `${finished}/inspel`},
  {name: 'inspel-sokt', path: `${finished}/inspel?q=buss&vem=civil_society`},
  {name: 'inspel-utan-traff', path: `${finished}/inspel?q=kärnfysik`},
  {name: 'inspel-besvarat', path: `${finished}/inspel/1`},
  {name: 'inspel-nytt', path: `${process}/inspel/nytt`},
  {name: 'inspel-stangt', path: `${finished}/inspel/nytt`},
  {name: 'logg', path: '/logg'},
  {name: 'logg-process', path: `${finished}/logg`},
  {name: 'kontrollera', path: '/kontrollera'},
  {name: 'rostkvitton', path: `${finished}/aktiviteter/pastaenden/kvitton`},
  {name: 'kvittens-fraga', path: `${process}/kvittens`},
  {name: 'inspel-forslag', path: `${process}/inspel/nytt?galler=RUS-2.1-p2&forslag=ja`},
  {name: 'texten', path: `${finished}/dokument`},
  {name: 'text', path: `${finished}/dokument/PSS`},
  {name: 'jamforelse', path: `${finished}/dokument/RUS/jamfor`},
  {name: 'stycke', path: `${finished}/stycke/RUS-2.1-p2`},
  {name: 'stycke-borta', path: `${finished}/stycke/RUS-2.1-p3`},
  {name: 'andring', path: `${finished}/andringar/4`},
  {name: 'remiss', path: `${finished}/remiss`},
  {name: 'remiss-stallningstaganden', path: `${finished}/remiss/1/stallningstaganden`},
  {name: 'remiss-tackning', path: `${finished}/remiss/1/tackning`},
  {name: 'remissvar', path: `${finished}/inspel?vem=municipality`},
  {name: 'vad-andrades', path: `${finished}/vad-andrades`},
  {name: 'beslut', path: `${finished}/beslut`},
  {name: 'beslut-ett', path: `${finished}/beslut/1`},
  {name: 'rattelser', path: `${finished}/rattelser`},
  {name: 'organisationer', path: `${finished}/organisationer`},
  {name: 'spelregler', path: '/spelregler'},
  {name: 'granskningens-siffror', path: `${finished}/granskning`},
  {name: 'underlag', path: `${process}/forutsattningar`},
  {name: 'karta', path: `${process}/forutsattningar/korningar/7`},
  {name: 'liknande-omraden', path: `${process}/forutsattningar/korningar/8`},
  {name: 'kommer-och-gar', path: `${process}/forutsattningar/korningar/6`},
  {name: 'prioriteringar', path: `${finished}/prioriteringar`},
  {name: 'prioritering', path: `${process}/prioriteringar/1`},
  {name: 'vagning', path: `${process}/vagning/1`},
  {name: 'vagning-resultat', path: `${finished}/vagning/1/resultat`},
  {name: 'paneler', path: `${process}/paneler`},
  {name: 'panel', path: `${process}/paneler/1`},
  {name: 'sex-steg', path: `${finished}/sex-steg`},
  {name: 'sex-steg-utan-betyg', path: `${process}/sex-steg`},
  {name: 'bedomningar', path: `${finished}/bedomningar`},
  {name: 'bedomning', path: `${finished}/bedomningar/1`},
  {name: 'bedomning-att-se-over', path: `${process}/bedomningar/2`},
  {name: 'plan', path: `${finished}/plan`},
  {name: 'plan-utgava', path: `${finished}/plan/1`},
  {name: 'redogorelsens-avsnitt', path: `${finished}/samradsredogorelse/avsnitt/RUS-2.1`},
  {name: 'sok', path: '/sok?q=leder'},
  {name: 'sok-nummer', path: '/sok?q=I-12'},
  {name: 'sok-utan-traff', path: '/sok?q=kärnfysik'},
  {name: 'kontakt', path: '/kontakt'},
  {name: 'tillganglighet', path: '/tillganglighet'},
  {name: 'personuppgifter', path: '/personuppgifter'},
  {name: 'kakor', path: '/kakor'},
  {name: '404', path: `${process}/finns-inte`},
  {name: '404-utan-process', path: '/finns-inte'},
  {name: '400', path: '/%zz'},
  {name: '403', path: desk},
  {name: '410', path: '/inloggning/ANVAND'},
  {name: 'en-start', path: `/en${process}`},
  {name: 'en-inspel', path: `/en${finished}/inspel`},
  {name: 'en-inspel-nytt', path: `/en${process}/inspel/nytt`},
]

const publicStates = [
  {name: 'samradsredogorelse', go: page => page.goto(`${finished}/samradsredogorelse`)},
  {name: 'remiss-svar', go: page => page.goto(`${process}/remiss/1/svar`)},
  {name: 'remiss-part', go: (page, {party}) => page.goto(party)},
  {name: 'remiss-svar-fel', async go(page) {
    await page.goto(`${process}/remiss/1/svar`)
    await press(page, 'Skicka svaret')
  }},
  {name: 'remiss-utkast', go: (page, {held}) => page.goto(held)},
  {name: 'remiss-godkannande', go: (page, {approval}) => page.goto(approval)},
  {name: 'remiss-godkannande-fel', async go(page, {approval}) {
    await page.goto(approval)
    await press(page, 'Godkänn och skicka')
  }},
  {name: 'inloggning', go: (page, {server}) => page.goto(server.signInPath('Läsare'))},
  {name: 'inspel-odelat', async go(page) {
    await page.goto(`${process}/inspel`)
    await follow(page, 'Delas')
  }},
  {name: 'inspel-nytt-fel', async go(page) {
    await page.goto(`${process}/inspel/nytt`)
    await page.getByLabel('E-post eller telefon').fill('ring mig')
    await press(page, 'Skicka inspelet')
  }},
  {name: 'inspel-nytt-gammalt-409', go: page => refusedInspel(page, () => {
    document.querySelector('[name=nyckel]').value = 'gammal.nyckel'
  })},
  {name: 'inspel-stangt-409', go: page => refusedInspel(page, () => {
    document.querySelector('[name=aktivitet]').value = 'oversyn-uppfoljning'
  })},
  {name: 'pastaenden-svarat', async go(page) {
    await page.goto(`${process}/aktiviteter/oversyn-pastaenden/pastaenden`)
    await press(page, 'Instämmer')
  }},
  {name: 'resultat-jag', async go(page) {
    await page.goto(`${process}/aktiviteter/oversyn-pastaenden/pastaenden`)
    await press(page, 'Avstår')
    await page.goto(`${process}/aktiviteter/oversyn-pastaenden/resultat/jag`)
  }},
  {name: 'pastaenden-fel', async go(page) {
    await page.goto(`${process}/aktiviteter/oversyn-pastaenden/pastaenden`)
    await press(page, 'Skicka påståendet')
  }},
  {name: 'pastaenden-snarlikt', async go(page) {
    await page.goto(`${process}/aktiviteter/oversyn-pastaenden/pastaenden`)
    await page.getByLabel('Ditt påstående').fill('Strategin från 2021 har märkts i vardagen.')
    await press(page, 'Skicka påståendet')
  }},
  {name: 'kvittens-fel', async go(page) {
    await page.goto(`${process}/kvittens`)
    await page.getByLabel('Kvittenskod').fill('fel kod')
    await press(page, 'Visa inspelet')
  }},
  {name: 'kontrollera-fel', async go(page) {
    await page.goto('/kontrollera')
    await page.getByLabel('Kod').fill('fel kod')
    await press(page, 'Kontrollera')
  }},
  {name: 'kvittens', go: (page, {sent}) => page.goto(sent.Granskas.address)},
  {name: 'kvittens-delad', go: (page, {sent}) => page.goto(sent.Besvaras.address)},
  {name: 'kvittens-fel-tillagg', async go(page, {sent}) {
    await page.goto(sent.Granskas.address)
    await page.getByText('Lägg till något').click()
    await press(page, 'Komplettera inspelet')
  }},
  {name: 'kvittens-atertaget', go: (page, {withdrawn}) => page.goto(withdrawn)},
  {name: 'oppna-process', go: (page, {server}) => page.goto(server.setupPath())},
]

const staffPages = ['', '/lista', '/lista?visa=synpunkter', '/lista?visa=svar', '/laget', '/granska', '/dela', '/avvisade', '/svar', '/textblock', '/pastaenden', '/pastaenden/oversyn-pastaenden', '/skriv-in',
  '/inlasning', '/webbplats', '/webbplats/process',
  '/webbplats/val', '/webbplats/om-webbplatsen', '/webbplats/utseende', '/webbplats/hinder', '/registerutdrag', '/webbplats/steg/ny', '/webbplats/aktiviteter/ny', '/webbplats/kalender/ny', '/webbplats/nyheter/ny',
  '/webbplats/organisation/ny', '/personal', '/texter', '/texter/RUS', '/texter/RUS/RUS-2.1-p2', '/texter/RUS/RUS-2.1', '/texter/RUS/inlasning', '/remiss',
  '/prioriteringar', '/prioriteringar/ny', '/prioriteringar/1', '/prioriteringar/1/beslut', '/vagning', '/vagning/1', '/paneler', '/paneler/ny', '/paneler/1', '/krav',
  '/krav/steg/1.2', '/krav/hjul/1', '/bedomningar', '/bedomningar/ny', '/bedomningar/2', '/bedomningar/2/steg/3',
  '/bedomningar/1/malkonflikter/ny', '/plan', '/loften/3', '/underlag', '/underlag/inlasning', '/underlag/data/4/korning', '/underlag/korningar/3',
  '/remiss/1', '/remiss/1/parter/1', '/remiss/1/svar', '/saknas', '/beslut', '/beslut/nytt', '/konsultation/ny',
  '/gallring', '/gallring/sender_contact', '/begaran', '/organisationer', '/organisationer/ny', '/organisationer/inlasning', '/driften', '/oppning', '/mejl', '/anmalt', '/swot',
  '/webbplats/logotyp', '/webbplats/spelregler', '/texter/RUS/version/1/rattelse', '/texter/RUS/version/1/rattelse/RUS-2.1-p1', '/remiss/1/parter/1/rattelse',
].map(below => ({name: `handlaggning${below.replaceAll(/[/?=]/g, '-')}`, path: desk + below}))

const ownPages = [{name: 'konto', path: '/konto'}, {name: 'konto-losenfras', path: '/konto/losenfras'},
  {name: 'konto-passnycklar', path: '/konto/passnycklar'}, {name: 'konto-inloggningstjanster', path: '/konto/inloggningstjanster'}]

const benchOf = ({number}) => `${desk}/inspel/${number}`

const submit = async (page, path) => {
  await page.goto(path)
  await page.locator('main form button.btn[type=submit]').last().click()
}

const staffStates = [
  {name: 'bank-granska', go: page => openFrom(page, 'granska', 'Granskas')},
  {name: 'bank-avvisa-fel', async go(page) {
    await openFrom(page, 'granska', 'Granskas')
    await page.locator('summary', {hasText: 'Avvisa det'}).click()
    await press(page, 'Avvisa inspelet')
  }},
  {name: 'bank-dela', go: page => openFrom(page, 'dela', 'Delas')},
  {name: 'bank-dela-fel', async go(page) {
    await openFrom(page, 'dela', 'Delas')
    await press(page, 'Lägg till synpunkten')
  }},
  {name: 'bank-svar', go: (page, {sent}) => page.goto(benchOf(sent.Besvaras))},
  {name: 'bank-svar-fel', async go(page, {sent}) {
    await page.goto(benchOf(sent.Besvaras))
    await press(page, 'Spara och gå till nästa')
  }},
  {name: 'bank-besvarad', go: (page, {sent}) => page.goto(benchOf(sent.Besvarat))},
  {name: 'bank-409', async go(page) {
    await openFrom(page, 'granska', 'Granskas')
    await page.evaluate(() => {
      const form = document.querySelector('form[action$="/publicering"]')
      form.action = form.action.replace(/inspel\/\d+/, 'inspel/1')
    })
    await press(page, 'Publicera och dela upp')
  }},
  {name: 'texter-fel', go: page => submit(page, `${desk}/texter`)},
  {name: 'stycke-fel', async go(page) {
    await page.goto(`${desk}/texter/RUS/RUS-2.1-p2`)
    await page.locator('#text').fill('Andra ord.')
    await press(page, 'Spara')
  }},
  {name: 'inlasning-text', async go(page) {
    await page.goto(`${desk}/texter/RUS/inlasning`)
    const buffer = Buffer.from('# Jämtlands län 2050\n\n## 1 Nytt\n\nEtt nytt stycke.\n')
    await page.getByLabel('Fil').setInputFiles({name: 'ny.md', mimeType: 'text/markdown', buffer})
    await press(page, 'Visa vad som skulle ändras')
  }},
  {name: 'inlasning-text-fel', async go(page) {
    await page.goto(`${desk}/texter/RUS/inlasning`)
    await press(page, 'Visa vad som skulle ändras')
  }},
  {name: 'remiss-brev-fel', go: page => submit(page, `${desk}/remiss/1/svar`)},
  {name: 'beslut-fel', go: page => submit(page, `${desk}/beslut/nytt`)},
  {name: 'konsultation-fel', go: page => submit(page, `${desk}/konsultation/ny`)},
  {name: 'saknas-fel', async go(page) {
    await page.goto(`${desk}/saknas`)
    await press(page, 'Gå vidare trots det')
  }},
  {name: 'textblock-fel', go: page => submit(page, `${desk}/textblock`)},
  {name: 'skriv-in-fel', go: page => submit(page, `${desk}/skriv-in`)},
  {name: 'inlasning-fel', async go(page) {
    await page.goto(`${desk}/inlasning`)
    const buffer = Buffer.from('text,kommun,vem\n,9999,ingen\n')
    await page.getByLabel('Fil').setInputFiles({name: 'fel.csv', mimeType: 'text/csv', buffer})
    await press(page, 'Prova utan att spara')
  }},
  ...['steg', 'aktiviteter', 'kalender', 'nyheter', 'organisation'].map(kind => (
    {name: `webbplats-${kind}-fel`, go: page => submit(page, `${site}/${kind}/ny`)})),
  {name: 'personal-fel', go: page => submit(page, `${desk}/personal`)},
]

const reached = stop => ({go: page => page.goto(stop.path), ...stop})
export const readersStops = [...publicPages, ...publicStates].map(reached)
export const staffStops = [...staffPages, ...ownPages, ...staffStates].map(reached)
