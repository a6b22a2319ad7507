/*
 * What of a picture tells whose it is, and what becomes of it: the Basic Application Level Confidentiality Profile of DICOM
 * PS3.15, table E.1-1, held against the table as https://github.com/innolitics/dicom-standard takes it out of the standard
 * (confidentiality_profile_attributes.json). Where the table leaves a choice the stricter one is taken, and what it gives another
 * value has none here. X: goes. Z: stays without a value. U: another identifier, the same one each time.
 */

export type Action = 'X' | 'Z' | 'U';
export interface Rule {
  action: Action;
  name: string;
}

const table = `
00020003 U MediaStorageSOPInstanceUID
00020016 X SourceApplicationEntityTitle
00020017 X SendingApplicationEntityTitle
00020018 X ReceivingApplicationEntityTitle
00020100 X PrivateInformationCreatorUID
00020102 X PrivateInformation
00080012 X InstanceCreationDate
00080013 X InstanceCreationTime
00080014 U InstanceCreatorUID
00080015 X InstanceCoercionDateTime
00080017 U AcquisitionUID
00080018 U SOPInstanceUID
00080019 U PyramidUID
00080020 Z StudyDate
00080021 X SeriesDate
00080022 X AcquisitionDate
00080023 Z ContentDate
00080024 X OverlayDate
00080025 X CurveDate
0008002A X AcquisitionDateTime
00080030 Z StudyTime
00080031 X SeriesTime
00080032 X AcquisitionTime
00080033 Z ContentTime
00080034 X OverlayTime
00080035 X CurveTime
00080050 Z AccessionNumber
00080051 X IssuerOfAccessionNumberSequence
00080054 X RetrieveAETitle
00080055 X StationAETitle
00080058 U FailedSOPInstanceUIDList
00080080 X InstitutionName
00080081 X InstitutionAddress
00080082 X InstitutionCodeSequence
00080090 Z ReferringPhysicianName
00080092 X ReferringPhysicianAddress
00080094 X ReferringPhysicianTelephoneNumbers
00080096 X ReferringPhysicianIdentificationSequence
0008009C Z ConsultingPhysicianName
0008009D X ConsultingPhysicianIdentificationSequence
00080201 X TimezoneOffsetFromUTC
00081000 X NetworkID
00081010 X StationName
00081030 X StudyDescription
0008103E X SeriesDescription
00081040 X InstitutionalDepartmentName
00081041 X InstitutionalDepartmentTypeCodeSequence
00081048 X PhysiciansOfRecord
00081049 X PhysiciansOfRecordIdentificationSequence
00081050 X PerformingPhysicianName
00081052 X PerformingPhysicianIdentificationSequence
00081060 X NameOfPhysiciansReadingStudy
00081062 X PhysiciansReadingStudyIdentificationSequence
00081070 X OperatorsName
00081072 X OperatorIdentificationSequence
00081080 X AdmittingDiagnosesDescription
00081084 X AdmittingDiagnosesCodeSequence
00081110 X ReferencedStudySequence
00081111 X ReferencedPerformedProcedureStepSequence
00081120 X ReferencedPatientSequence
00081140 X ReferencedImageSequence
00081155 U ReferencedSOPInstanceUID
00081195 U TransactionUID
00082111 X DerivationDescription
00082112 X SourceImageSequence
00083010 U IrradiationEventUID
00084000 X IdentifyingComments
00100010 Z PatientName
00100020 Z PatientID
00100021 X IssuerOfPatientID
00100022 X TypeOfPatientID
00100030 Z PatientBirthDate
00100032 X PatientBirthTime
00100033 X PatientBirthDateInAlternativeCalendar
00100034 X PatientDeathDateInAlternativeCalendar
00100040 Z PatientSex
00100050 X PatientInsurancePlanCodeSequence
00100101 X PatientPrimaryLanguageCodeSequence
00100102 X PatientPrimaryLanguageModifierCodeSequence
00101000 X OtherPatientIDs
00101001 X OtherPatientNames
00101002 X OtherPatientIDsSequence
00101005 X PatientBirthName
00101010 X PatientAge
00101020 X PatientSize
00101030 X PatientWeight
00101040 X PatientAddress
00101050 X InsurancePlanIdentification
00101060 X PatientMotherBirthName
00101080 X MilitaryRank
00101081 X BranchOfService
00101090 X MedicalRecordLocator
00101100 X ReferencedPatientPhotoSequence
00102000 X MedicalAlerts
00102110 X Allergies
00102150 X CountryOfResidence
00102152 X RegionOfResidence
00102154 X PatientTelephoneNumbers
00102155 X PatientTelecomInformation
00102160 X EthnicGroup
00102180 X Occupation
001021A0 X SmokingStatus
001021B0 X AdditionalPatientHistory
001021C0 X PregnancyStatus
001021D0 X LastMenstrualDate
001021F0 X PatientReligiousPreference
00102203 X PatientSexNeutered
00102297 X ResponsiblePerson
00102299 X ResponsibleOrganization
00104000 X PatientComments
00120010 X ClinicalTrialSponsorName
00120020 X ClinicalTrialProtocolID
00120021 X ClinicalTrialProtocolName
00120030 X ClinicalTrialSiteID
00120031 X ClinicalTrialSiteName
00120040 X ClinicalTrialSubjectID
00120042 X ClinicalTrialSubjectReadingID
00120060 X ClinicalTrialCoordinatingCenterName
00180010 Z ContrastBolusAgent
00181000 X DeviceSerialNumber
00181002 U DeviceUID
00181004 X PlateID
00181005 X GeneratorID
00181007 X CassetteID
00181008 X GantryID
00181009 X UniqueDeviceIdentifier
0018100A X UDISequence
0018100B U ManufacturerDeviceClassUID
00181012 X DateOfSecondaryCapture
00181014 X TimeOfSecondaryCapture
00181030 X ProtocolName
00181078 X RadiopharmaceuticalStartDateTime
00181079 X RadiopharmaceuticalStopDateTime
001811BB Z AcquisitionFieldOfViewLabel
00181200 X DateOfLastCalibration
00181201 X TimeOfLastCalibration
00181400 X AcquisitionDeviceProcessingDescription
00182042 U TargetUID
00184000 X AcquisitionComments
0018700A X DetectorID
00189074 X FrameAcquisitionDateTime
00189151 X FrameReferenceDateTime
00189185 X RespiratoryMotionCompensationTechniqueDescription
00189367 Z XRaySourceID
00189369 Z SourceStartDateTime
0018936A Z SourceEndDateTime
00189371 Z XRayDetectorID
00189373 X XRayDetectorLabel
0018937B X MultienergyAcquisitionDescription
0018937F X DecompositionDescription
00189424 X AcquisitionProtocolDescription
00189516 X StartAcquisitionDateTime
00189517 X EndAcquisitionDateTime
00189937 X RequestedSeriesDescription
0018A003 X ContributionDescription
0020000D U StudyInstanceUID
0020000E U SeriesInstanceUID
00200010 Z StudyID
00200052 U FrameOfReferenceUID
00200200 U SynchronizationFrameOfReferenceUID
00203401 X ModifyingDeviceID
00203404 X ModifyingDeviceManufacturer
00203406 X ModifiedImageDescription
00204000 X ImageComments
00209158 X FrameComments
00209161 U ConcatenationUID
00209164 U DimensionOrganizationUID
00281199 U PaletteColorLookupTableUID
00281214 U LargePaletteColorLookupTableUID
00284000 X ImagePresentationComments
00320012 X StudyIDIssuer
00321020 X ScheduledStudyLocation
00321021 X ScheduledStudyLocationAETitle
00321030 X ReasonForStudy
00321032 X RequestingPhysician
00321033 X RequestingService
00321060 X RequestedProcedureDescription
00321064 X RequestedProcedureCodeSequence
00321070 X RequestedContrastAgent
00324000 X StudyComments
00380004 X ReferencedPatientAliasSequence
00380010 X AdmissionID
00380011 X IssuerOfAdmissionID
0038001E X ScheduledPatientInstitutionResidence
00380020 X AdmittingDate
00380021 X AdmittingTime
00380040 X DischargeDiagnosisDescription
00380050 X SpecialNeeds
00380060 X ServiceEpisodeID
00380061 X IssuerOfServiceEpisodeID
00380062 X ServiceEpisodeDescription
00380300 X CurrentPatientLocation
00380400 X PatientInstitutionResidence
00380500 X PatientState
00384000 X VisitComments
00400001 X ScheduledStationAETitle
00400002 X ScheduledProcedureStepStartDate
00400003 X ScheduledProcedureStepStartTime
00400004 X ScheduledProcedureStepEndDate
00400005 X ScheduledProcedureStepEndTime
00400006 X ScheduledPerformingPhysicianName
00400007 X ScheduledProcedureStepDescription
00400009 X ScheduledProcedureStepID
00400010 X ScheduledStationName
00400011 X ScheduledProcedureStepLocation
00400012 X PreMedication
00400241 X PerformedStationAETitle
00400242 X PerformedStationName
00400243 X PerformedLocation
00400244 X PerformedProcedureStepStartDate
00400245 X PerformedProcedureStepStartTime
00400250 X PerformedProcedureStepEndDate
00400251 X PerformedProcedureStepEndTime
00400253 X PerformedProcedureStepID
00400254 X PerformedProcedureStepDescription
00400260 X PerformedProtocolCodeSequence
00400275 X RequestAttributesSequence
00400280 X CommentsOnThePerformedProcedureStep
00400555 X AcquisitionContextSequence
00401001 X RequestedProcedureID
00401004 X PatientTransportArrangements
00401005 X RequestedProcedureLocation
00401010 X NamesOfIntendedRecipientsOfResults
00401400 X RequestedProcedureComments
00402001 X ReasonForTheImagingServiceRequest
00402004 X IssueDateOfImagingServiceRequest
00402005 X IssueTimeOfImagingServiceRequest
00402008 X OrderEnteredBy
00402009 X OrderEntererLocation
00402010 X OrderCallbackPhoneNumber
00402016 Z PlacerOrderNumberImagingServiceRequest
00402017 Z FillerOrderNumberImagingServiceRequest
00402400 X ImagingServiceRequestComments
00403001 X ConfidentialityConstraintOnPatientDataDescription
0040A124 U UID
0040A730 X ContentSequence
00620021 U TrackingUID
00700001 X GraphicAnnotationSequence
00700084 Z ContentCreatorName
00700086 X ContentCreatorIdentificationCodeSequence
0070031A U FiducialUID
00701101 U PresentationDisplayCollectionUID
00701102 U PresentationSequenceCollectionUID
00880140 U StorageMediaFileSetUID
00880200 X IconImageSequence
00880904 X TopicTitle
00880906 X TopicSubject
00880910 X TopicAuthor
00880912 X TopicKeywords
04000100 X DigitalSignatureUID
04000402 X ReferencedDigitalSignatureSequence
04000550 X ModifiedAttributesSequence
04000561 X OriginalAttributesSequence
300A0013 U DoseReferenceUID
`;

const rules = new Map<string, Rule>(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [tag = '', action = '', name = ''] = line.split(' ');
      return [`x${tag.toLowerCase()}`, { action: action as Action, name }];
    }),
);

/**
 * Of these groups no picture needs anything to be drawn, and the table lists much of them: patients, studies on trial, what a
 * camera writes with the place where it was, visits, orders and results, flows, waveforms, specimens, devices, labels, signatures,
 * plans of radiotherapy. What the table does not name of them goes too.
 */
const gone = new Set([
  ...[0x0004, 0x0010, 0x0012, 0x0016, 0x0032, 0x0034, 0x0038, 0x003a, 0x0040, 0x0050, 0x0088, 0x0400, 0x2030, 0x2200],
  ...[0x3006, 0x3008, 0x300a, 0x300c, 0x300e, 0x3010, 0x4000, 0x4008, 0xfffa, 0xfffc],
]);

/** Sequences without which a picture cannot be drawn as it should be; all others go. */
const needed = new Set(['x00283000', 'x00283010', 'x52009229', 'x52009230']);

/** What becomes of an element; `null`: it stays. Tags are written `x00100010`. */
export function ruleOf(tag: string, sequence: boolean): Rule | null {
  const found = rules.get(tag);
  if (found) return found;
  const group = Number.parseInt(tag.slice(1, 5), 16);
  if (gone.has(group)) return { action: 'X', name: '' };
  // Makers write what they like into groups of their own; curves and overlays may be drawn letters.
  if (group % 2 === 1) return { action: 'X', name: '' };
  if ((group & 0xff00) === 0x5000 && group !== 0x5200) return { action: 'X', name: 'CurveData' };
  if ((group & 0xff00) === 0x6000) return { action: 'X', name: 'OverlayData' };
  if (sequence && !needed.has(tag)) return { action: 'X', name: '' };
  return null;
}
